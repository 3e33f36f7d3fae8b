// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/reader_words.h"

#include "i18n/format.h"

#include <QCoreApplication>
#include <algorithm>
#include <array>

namespace mangrove::ui {

namespace {

struct ReadWarningWord {
    std::string_view code;
    const char* text;
};

/// Those of io/warning_codes.h and of the readers of other formats.
constexpr std::array kReadWarningWords{
    ReadWarningWord{"csv-title-line", QT_TRANSLATE_NOOP("ReaderWords", "Line above the header")},
    ReadWarningWord{"csv-ragged-row", QT_TRANSLATE_NOOP("ReaderWords", "Row of another width")},
    ReadWarningWord{"csv-totals-row", QT_TRANSLATE_NOOP("ReaderWords", "Line of totals")},
    ReadWarningWord{"csv-stray-quote", QT_TRANSLATE_NOOP("ReaderWords", "Quote out of place")},
    ReadWarningWord{"csv-empty-name", QT_TRANSLATE_NOOP("ReaderWords", "Column without a name")},
    ReadWarningWord{"csv-duplicate-name", QT_TRANSLATE_NOOP("ReaderWords", "Repeated column name")},
    ReadWarningWord{"csv-undecodable-name", QT_TRANSLATE_NOOP("ReaderWords", "Undecodable column name")},
    ReadWarningWord{"text-undecodable", QT_TRANSLATE_NOOP("ReaderWords", "Undecodable byte")},
    ReadWarningWord{"text-mixed-encoding", QT_TRANSLATE_NOOP("ReaderWords", "Line in another encoding")},
    ReadWarningWord{"text-nul-byte", QT_TRANSLATE_NOOP("ReaderWords", "NUL byte")},
    ReadWarningWord{"csv-rows-refused", QT_TRANSLATE_NOOP("ReaderWords", "Rows refused")},
    ReadWarningWord{"csv-rows-padded", QT_TRANSLATE_NOOP("ReaderWords", "Short rows filled up")},
    ReadWarningWord{"csv-totals-rows", QT_TRANSLATE_NOOP("ReaderWords", "Lines of totals")},
    ReadWarningWord{"csv-blank-lines", QT_TRANSLATE_NOOP("ReaderWords", "Blank lines")},
    ReadWarningWord{"csv-stray-quotes", QT_TRANSLATE_NOOP("ReaderWords", "Quotes out of place")},
    ReadWarningWord{"text-undecodable-total", QT_TRANSLATE_NOOP("ReaderWords", "Undecodable bytes")},
    ReadWarningWord{"text-mixed-encodings", QT_TRANSLATE_NOOP("ReaderWords", "Lines in another encoding")},
    ReadWarningWord{"text-nul-bytes", QT_TRANSLATE_NOOP("ReaderWords", "NUL bytes")},
    ReadWarningWord{"text-encoding-uncertain", QT_TRANSLATE_NOOP("ReaderWords", "Uncertain encoding")},
    ReadWarningWord{"json-no-record", QT_TRANSLATE_NOOP("ReaderWords", "No record of the table")},
    ReadWarningWord{"json-late-field", QT_TRANSLATE_NOOP("ReaderWords", "Field outside the table")},
    ReadWarningWord{"json-broken-record", QT_TRANSLATE_NOOP("ReaderWords", "Broken record")},
    ReadWarningWord{"json-not-a-number", QT_TRANSLATE_NOOP("ReaderWords", "Values that are no numbers")},
    ReadWarningWord{"fhir-entry-without-resource",
                    QT_TRANSLATE_NOOP("ReaderWords", "Entry without a resource")},
    ReadWarningWord{"sqlite-open-changes", QT_TRANSLATE_NOOP("ReaderWords", "Changes not yet written")},
    ReadWarningWord{"sqlite-blob", QT_TRANSLATE_NOOP("ReaderWords", "Binary values")},
    ReadWarningWord{"workbook-other-sheets", QT_TRANSLATE_NOOP("ReaderWords", "Other sheets")},
    ReadWarningWord{"workbook-title-rows", QT_TRANSLATE_NOOP("ReaderWords", "Rows above the header")},
    ReadWarningWord{"workbook-error-value", QT_TRANSLATE_NOOP("ReaderWords", "Error value")}};

} // namespace

QString readWarningText(std::string_view code) {
    const auto* const found = std::find_if(kReadWarningWords.begin(), kReadWarningWords.end(),
                                           [&](const ReadWarningWord& word) { return word.code == code; });
    return found == kReadWarningWords.end() ? fromUtf8(code)
                                            : QCoreApplication::translate("ReaderWords", found->text);
}

} // namespace mangrove::ui
