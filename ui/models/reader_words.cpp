// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/reader_words.h"

#include "i18n/format.h"
#include "i18n/word_table.h"

#include <QCoreApplication>
#include <array>

namespace mangrove::ui {

namespace {

/// Those of io/warning_codes.h and of the readers of other formats.
constexpr std::array kReadWarningWords{
    WordText{"csv-title-line", QT_TRANSLATE_NOOP("ReaderWords", "Line above the header")},
    WordText{"csv-ragged-row", QT_TRANSLATE_NOOP("ReaderWords", "Row of another width")},
    WordText{"csv-totals-row", QT_TRANSLATE_NOOP("ReaderWords", "Line of totals")},
    WordText{"csv-stray-quote", QT_TRANSLATE_NOOP("ReaderWords", "Quote out of place")},
    WordText{"csv-empty-name", QT_TRANSLATE_NOOP("ReaderWords", "Column without a name")},
    WordText{"csv-duplicate-name", QT_TRANSLATE_NOOP("ReaderWords", "Repeated column name")},
    WordText{"csv-undecodable-name", QT_TRANSLATE_NOOP("ReaderWords", "Undecodable column name")},
    WordText{"text-undecodable", QT_TRANSLATE_NOOP("ReaderWords", "Undecodable byte")},
    WordText{"text-mixed-encoding", QT_TRANSLATE_NOOP("ReaderWords", "Line in another encoding")},
    WordText{"text-nul-byte", QT_TRANSLATE_NOOP("ReaderWords", "NUL byte")},
    WordText{"csv-rows-refused", QT_TRANSLATE_NOOP("ReaderWords", "Rows refused")},
    WordText{"csv-rows-padded", QT_TRANSLATE_NOOP("ReaderWords", "Short rows filled up")},
    WordText{"csv-totals-rows", QT_TRANSLATE_NOOP("ReaderWords", "Lines of totals")},
    WordText{"csv-blank-lines", QT_TRANSLATE_NOOP("ReaderWords", "Blank lines")},
    WordText{"csv-stray-quotes", QT_TRANSLATE_NOOP("ReaderWords", "Quotes out of place")},
    WordText{"text-undecodable-total", QT_TRANSLATE_NOOP("ReaderWords", "Undecodable bytes")},
    WordText{"text-mixed-encodings", QT_TRANSLATE_NOOP("ReaderWords", "Lines in another encoding")},
    WordText{"text-nul-bytes", QT_TRANSLATE_NOOP("ReaderWords", "NUL bytes")},
    WordText{"text-encoding-uncertain", QT_TRANSLATE_NOOP("ReaderWords", "Uncertain encoding")},
    WordText{"json-no-record", QT_TRANSLATE_NOOP("ReaderWords", "No record of the table")},
    WordText{"json-late-field", QT_TRANSLATE_NOOP("ReaderWords", "Field outside the table")},
    WordText{"json-broken-record", QT_TRANSLATE_NOOP("ReaderWords", "Broken record")},
    WordText{"json-not-a-number", QT_TRANSLATE_NOOP("ReaderWords", "Values that are no numbers")},
    WordText{"fhir-entry-without-resource", QT_TRANSLATE_NOOP("ReaderWords", "Entry without a resource")},
    WordText{"sqlite-open-changes", QT_TRANSLATE_NOOP("ReaderWords", "Changes not yet written")},
    WordText{"sqlite-blob", QT_TRANSLATE_NOOP("ReaderWords", "Binary values")},
    WordText{"workbook-other-sheets", QT_TRANSLATE_NOOP("ReaderWords", "Other sheets")},
    WordText{"workbook-title-rows", QT_TRANSLATE_NOOP("ReaderWords", "Rows above the header")},
    WordText{"workbook-error-value", QT_TRANSLATE_NOOP("ReaderWords", "Error value")}};

} // namespace

QString readWarningText(std::string_view code) {
    return wordText(kReadWarningWords, "ReaderWords", code).value_or(fromUtf8(code));
}

} // namespace mangrove::ui
