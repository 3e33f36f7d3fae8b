// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/error.h"

namespace mangrove::errors {

inline constexpr ErrorInfo kCsvEmpty{"csv-empty", ErrorKind::BadInput, "{0} holds no table: it is empty."};
inline constexpr ErrorInfo kCsvUnclosedQuote{"csv-unclosed-quote", ErrorKind::BadInput,
                                             "A quote opened on line {0} is never closed, so everything "
                                             "after it would be one cell. Close it or remove it."};
inline constexpr ErrorInfo kCsvCellTooLarge{"csv-cell-too-large", ErrorKind::BadInput,
                                            "A cell that begins on line {0} is longer than {1} bytes. A "
                                            "quote may be missing there; otherwise raise the limit."};
inline constexpr ErrorInfo kCsvRaggedRow{"csv-ragged-row", ErrorKind::BadInput,
                                         "The row on line {0} has {1} fields where the header has {2}."};
inline constexpr ErrorInfo kCsvTooManyColumns{"csv-too-many-columns", ErrorKind::BadInput,
                                              "The header has more than {0} columns. Check the delimiter."};
inline constexpr ErrorInfo kCsvRecordTooLarge{
    "csv-record-too-large", ErrorKind::BadInput,
    "The record that begins on line {0} is longer than {1} bytes. Check the delimiter and the quotes."};
inline constexpr ErrorInfo kTextUndecodable{"text-undecodable", ErrorKind::BadInput,
                                            "{0} cannot be read as {1}: most of its bytes are no characters "
                                            "there. Name the encoding, or check that it is text."};
inline constexpr ErrorInfo kTextConverterMissing{"text-converter-missing", ErrorKind::Internal,
                                                 "This computer's C library cannot convert from {0}."};
inline constexpr ErrorInfo kFileChanged{"file-changed", ErrorKind::Conflict,
                                        "{0} changed while it was read. Nothing was kept; wait until it is "
                                        "written completely and read it again."};
inline constexpr ErrorInfo kArchiveDamaged{"archive-damaged", ErrorKind::BadInput,
                                           "The archive {0} is damaged or not complete: {1}."};
inline constexpr ErrorInfo kArchiveExpands{
    "archive-expands-too-much", ErrorKind::BadInput,
    "{0} becomes more than {1} bytes when it is decompressed, which is "
    "the limit here. Decompress it yourself if you trust it."};
inline constexpr ErrorInfo kArchiveEncrypted{"archive-encrypted", ErrorKind::BadInput,
                                             "The table in {0} is encrypted. Decrypt the archive first."};
inline constexpr ErrorInfo kArchiveMemberMissing{"archive-member-missing", ErrorKind::NotFound,
                                                 "The archive {0} has no table '{1}'. It has: {2}."};
inline constexpr ErrorInfo kArchiveSeveralMembers{
    "archive-several-members", ErrorKind::Usage,
    "The archive {0} has {1} tables. Name one of them with --table: {2}."};
inline constexpr ErrorInfo kArchiveNoMember{"archive-no-member", ErrorKind::BadInput,
                                            "The archive {0} has no table (.csv, .tsv, .txt) in it."};
inline constexpr ErrorInfo kFormatNotSupported{
    "format-not-supported", ErrorKind::BadInput,
    "{0} is {1}, which cannot be read as a table. Export it as CSV."};
inline constexpr ErrorInfo kWorkbookDamaged{"workbook-damaged", ErrorKind::BadInput,
                                            "The workbook {0} cannot be read: {1}."};
inline constexpr ErrorInfo kWorkbookSheetMissing{"workbook-sheet-missing", ErrorKind::NotFound,
                                                 "The workbook {0} has no sheet '{1}'. It has: {2}."};
inline constexpr ErrorInfo kWorkbookTooLarge{
    "workbook-too-large", ErrorKind::BadInput,
    "The workbook {0} exceeds a limit: {1}. Export the sheet as CSV if it is real."};
inline constexpr ErrorInfo kJsonBroken{"json-broken", ErrorKind::BadInput,
                                       "{0} is not proper JSON at the record on line {1}: {2}."};
inline constexpr ErrorInfo kJsonRecordTooLarge{"json-record-too-large", ErrorKind::BadInput,
                                               "The record of {0} that begins on line {1} is longer than {2} "
                                               "bytes. A bracket or a quote may be missing."};
inline constexpr ErrorInfo kSeveralTables{"several-tables", ErrorKind::Usage,
                                          "{0} holds {1} tables. Name one of them with --table: {2}."};
inline constexpr ErrorInfo kTableMissing{"table-missing", ErrorKind::NotFound,
                                         "{0} has no table '{1}'. It has: {2}."};
inline constexpr ErrorInfo kSqliteUnreadable{"sqlite-unreadable", ErrorKind::BadInput,
                                             "The database {0} cannot be read: {1}."};
inline constexpr ErrorInfo kDatabaseName{
    "database-name", ErrorKind::Usage,
    "This is no proper name of a PostgreSQL database. Write postgresql://USER@HOST/DATABASE, "
    "service=NAME or host=HOST dbname=DATABASE."};
inline constexpr ErrorInfo kDatabasePasswordInName{
    "database-password-in-name", ErrorKind::Usage,
    "A password stands in the name of the database, where every user of the machine can read it. Put it "
    "into a password file (PGPASSFILE) or the variable PGPASSWORD, and change it."};
inline constexpr ErrorInfo kDatabaseConnection{"database-connection", ErrorKind::Io,
                                               "There is no connection to the database: {0}."};
inline constexpr ErrorInfo kDatabaseQuery{"database-query", ErrorKind::BadInput,
                                          "The database refused the query: {0} (SQLSTATE {1})."};

} // namespace mangrove::errors
