// SPDX-License-Identifier: GPL-3.0-or-later
#include "deid/measure.h"
#include "deid/model.h"
#include "deid/notes.h"
#include "deid/sharing.h"
#include "i18n/error_texts.h"
#include "i18n/format.h"
#include "i18n/translator.h"
#include "identity/role.h"
#include "models/note_texts.h"
#include "support/temp_dir.h"
#include "support/test_registry.h"
#include "workspace/errors.h"

#include <QBuffer>
#include <QCoreApplication>
#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QRegularExpression>
#include <QXmlStreamReader>
#include <QtTest>

using namespace mangrove;
using namespace mangrove::ui;

namespace {

struct Message {
    QString context;
    QString source;
    QStringList forms; ///< one, or the plural forms
    QString type;      ///< "unfinished", "vanished", "obsolete", or empty
    bool plural = false;
};

std::vector<Message> readCatalogue(QIODevice& device) {
    std::vector<Message> messages;
    QXmlStreamReader xml(&device);
    QString context;
    while (!xml.atEnd()) {
        xml.readNext();
        if (xml.isStartElement() && xml.name() == QLatin1String("name")) {
            context = xml.readElementText();
        } else if (xml.isStartElement() && xml.name() == QLatin1String("message")) {
            messages.push_back(
                {context, {}, {}, {}, xml.attributes().hasAttribute(QLatin1String("numerus"))});
        } else if (xml.isStartElement() && xml.name() == QLatin1String("source")) {
            messages.back().source = xml.readElementText();
        } else if (xml.isStartElement() && xml.name() == QLatin1String("translation")) {
            messages.back().type = xml.attributes().value(QLatin1String("type")).toString();
            if (!messages.back().plural)
                messages.back().forms << xml.readElementText();
        } else if (xml.isStartElement() && xml.name() == QLatin1String("numerusform")) {
            messages.back().forms << xml.readElementText();
        }
    }
    return messages;
}

QStringList placeholders(const QString& text) {
    static const QRegularExpression mark(QStringLiteral("%n|%\\d|\\{\\d\\}"));
    QStringList found;
    for (auto it = mark.globalMatch(text); it.hasNext();)
        found << it.next().captured();
    found.sort();
    found.removeDuplicates();
    return found;
}

/// What is wrong with a catalogue, a line for each message.
QByteArray faults(const std::vector<Message>& messages) {
    QStringList lines;
    for (const Message& message : messages) {
        const QString where = message.context + QStringLiteral(": ") + message.source;
        if (!message.type.isEmpty())
            lines << message.type + QLatin1Char(' ') + where;
        if (message.forms.isEmpty())
            lines << QStringLiteral("no translation ") + where;
        for (const QString& form : message.forms) {
            if (form.trimmed().isEmpty())
                lines << QStringLiteral("empty ") + where;
            // a singular may leave the number out
            else if (message.forms.size() == 1 && placeholders(form) != placeholders(message.source))
                lines << QStringLiteral("placeholders of ") + where;
        }
    }
    return lines.join(QLatin1Char('\n')).toUtf8();
}

std::vector<Message> catalogueOf(const char* file) {
    QFile device(QString::fromStdString((test::sourceDir() / "translations" / file).string()));
    if (!device.open(QIODevice::ReadOnly))
        qFatal("%s is missing", file);
    return readCatalogue(device);
}

using Sentences = std::vector<std::pair<QString, QString>>;

/// What `info` finds in core's headers: name and string literals of a sentence.
Sentences sentencesOf(const QRegularExpression& info) {
    static const QRegularExpression piece(QStringLiteral(R"re("((?:[^"\\]|\\.)*)")re"));
    Sentences sentences;
    QDirIterator headers(QString::fromStdString((test::sourceDir() / "core").string()),
                         {QStringLiteral("*.h")}, QDir::Files, QDirIterator::Subdirectories);
    while (headers.hasNext()) {
        QFile file(headers.next());
        if (!file.open(QIODevice::ReadOnly))
            continue;
        const QString text = QString::fromUtf8(file.readAll());
        for (auto it = info.globalMatch(text); it.hasNext();) {
            const auto match = it.next();
            QString sentence;
            for (auto part = piece.globalMatch(match.captured(2)); part.hasNext();)
                sentence += part.next().captured(1);
            sentence.replace(QStringLiteral("\\\""), QStringLiteral("\""))
                .replace(QStringLiteral("\\\\"), QStringLiteral("\\"));
            sentences.push_back({match.captured(1), sentence});
        }
    }
    return sentences;
}

/// Every sentence of an ErrorInfo in core's headers, with its name.
Sentences errorSentences() {
    static const QRegularExpression info(QStringLiteral(
        R"re(ErrorInfo\s+k\w+\s*\{\s*"([a-z0-9-]+)"\s*,\s*ErrorKind::\w+\s*,\s*((?:"(?:[^"\\]|\\.)*"\s*)+)\})re"));
    return sentencesOf(info);
}

/// Every sentence of a NoteInfo in core's headers, with its code.
Sentences noteSentences() {
    static const QRegularExpression info(
        QStringLiteral(R"re(NoteInfo\s+k\w+\s*\{\s*"([a-z0-9-]+)"\s*,\s*((?:"(?:[^"\\]|\\.)*"\s*)+)[,}])re"));
    return sentencesOf(info);
}

/// Those whose sentence the Chinese catalogue lacks in the context, a line each.
QByteArray notInChinese(const Sentences& sentences, const QString& context) {
    QSet<QString> known;
    for (const Message& message : catalogueOf("mangrove_zh_CN.ts"))
        if (message.context == context)
            known.insert(message.source);
    QStringList missing;
    for (const auto& [name, sentence] : sentences)
        if (!known.contains(sentence))
            missing << name + QStringLiteral(": ") + sentence;
    return missing.join(QLatin1Char('\n')).toUtf8();
}

/// "… may not <words>" of every act in core/workspace/session.cpp.
std::vector<std::string> actWords() {
    // \x22 is the quote: moc loses its way in a raw string with an odd number of them
    static const QRegularExpression act(QStringLiteral(R"re(ActInfo\{Act::\w+,\s*\x22([^\x22]+)\x22)re"));
    QFile session(QString::fromStdString((test::sourceDir() / "core/workspace/session.cpp").string()));
    std::vector<std::string> words;
    if (!session.open(QIODevice::ReadOnly))
        return words;
    for (auto it = act.globalMatch(QString::fromUtf8(session.readAll())); it.hasNext();)
        words.push_back(it.next().captured(1).toStdString());
    return words;
}

/// The catalogues as they lie in the project: nothing unfinished, nothing missing.
class TranslationsTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void cataloguesAreComplete() {
        QCOMPARE(faults(catalogueOf("mangrove_zh_CN.ts")), QByteArray());
        QCOMPARE(faults(catalogueOf("mangrove_en.ts")), QByteArray());
        QVERIFY(catalogueOf("mangrove_zh_CN.ts").size() > 1000);
    }
    void faultsAreFound() {
        QByteArray bad("<TS><context><name>C</name>"
                       "<message><source>a</source><translation type=\"unfinished\"></translation></message>"
                       "<message><source>b %1</source><translation>没有</translation></message>"
                       "<message><source>c</source><translation>好</translation></message>"
                       "</context></TS>");
        QBuffer device(&bad);
        device.open(QIODevice::ReadOnly);
        const auto found = faults(readCatalogue(device));
        QVERIFY(found.contains("unfinished C: a"));
        QVERIFY(found.contains("empty C: a"));
        QVERIFY(found.contains("placeholders of C: b %1"));
        QVERIFY(!found.contains("C: c"));
    }
    void everyErrorOfCoreIsSaidInChinese() {
        const auto sentences = errorSentences();
        QVERIFY(sentences.size() > 150);
        QCOMPARE(notInChinese(sentences, QStringLiteral("Errors")), QByteArray());
        QCOMPARE(notInChinese({{"nobody", "No room says this."}}, QStringLiteral("Errors")),
                 QByteArray("nobody: No room says this."));
    }
    void everyNoteOfCoreIsSaidInChinese() {
        const auto sentences = noteSentences();
        QCOMPARE(notInChinese(sentences, QStringLiteral("Notes")), QByteArray());
        QCOMPARE(notInChinese({{"nobody", "No report says this."}}, QStringLiteral("Notes")),
                 QByteArray("nobody: No report says this."));
        // allNotes() has them all, or noteText() would leave some in English
        QStringList listed, written;
        for (const deid::NoteInfo* info : deid::allNotes())
            listed << fromUtf8(info->code) + QLatin1Char(' ') + fromUtf8(info->text);
        for (const auto& [code, sentence] : sentences)
            written << code + QLatin1Char(' ') + sentence;
        listed.sort();
        written.sort();
        QCOMPARE(listed, written);
    }
    void notesAreShownInTheLanguageOfTheWindow() {
        Translator translator;
        translator.setLanguage(Translator::Language::Chinese);
        static const QRegularExpression word(QStringLiteral("[a-z]{3,}"));
        for (const deid::NoteInfo* info : deid::allNotes()) {
            // the arguments are of the kind that the sentence says
            std::vector<std::string> args;
            for (std::size_t i = 0; i < info->argCount(); ++i)
                args.emplace_back(info->args.at(i) == deid::NoteArg::Number ? "12345.5"
                                  : info->args.at(i) == deid::NoteArg::Word ? "keyed"
                                                                            : "列");
            const QString text = noteText(deid::noteOf(*info, args));
            QVERIFY2(!text.contains(QLatin1Char('{')), qPrintable(text));
            QString rest = text;
            rest.remove(QStringLiteral("pr(context)")).remove(QStringLiteral("max("));
            QVERIFY2(!rest.contains(word), qPrintable(text));
            if (std::find(info->args.begin(), info->args.end(), deid::NoteArg::Number) != info->args.end())
                QVERIFY2(text.contains(QStringLiteral("12,345.5")), qPrintable(text));
        }
        const deid::CodedNote later{"from-a-later-version", {}, "Something new."};
        QCOMPARE(noteText(later), QStringLiteral("Something new."));
        translator.setLanguage(Translator::Language::English);
        QCOMPARE(noteText(deid::noteOf(deid::notes::kVerdict3, {"0.0123456", "0.05"})),
                 QStringLiteral("R = 0.0123 < 0.05: level 3 (6.3)"));
        // a column's name is no number
        QCOMPARE(noteText(deid::noteOf(deid::notes::kColumnSaysNothing, {"2019"})),
                 QStringLiteral("The column 2019 reads * in every record."));
    }
    void wordsOfNotesAreKnown() {
        for (int i = 0; i <= static_cast<int>(deid::ModelType::KmAnonymity); ++i)
            QVERIFY(noteWord(deid::nameOf(static_cast<deid::ModelType>(i))).has_value());
        for (int i = 0; i <= static_cast<int>(deid::MeasureType::Ambiguity); ++i)
            QVERIFY(noteWord(deid::nameOf(static_cast<deid::MeasureType>(i))).has_value());
        for (const deid::Sharing sharing :
             {deid::Sharing::Public, deid::Sharing::Controlled, deid::Sharing::Enclave})
            QVERIFY(noteWord(deid::nameOf(sharing)).has_value());
        for (const char* reason : {"keyed", "permuted", "suppressed", "perturbed", "labels-unknown"})
            QVERIFY(noteWord(reason).has_value());
        QVERIFY(!noteWord("no-such-word").has_value());
    }
    void refusalsNameRoleAndActInChinese() {
        Translator translator;
        translator.setLanguage(Translator::Language::Chinese);
        static const QRegularExpression latin(QStringLiteral("[A-Za-z]"));
        const auto said = [](const std::string& words, const std::string& roles) {
            return errorText(Error(errors::kRoleNotAllowed, {"1", words, roles}));
        };
        const auto acts = actWords();
        QVERIFY(acts.size() > 10);
        for (const std::string& words : acts) {
            const QString text = said(words, "decider or admin");
            QVERIFY2(!text.contains(latin), qPrintable(text));
        }
        for (const auto role : identity::allRoles()) {
            const QString text = said("decide requests", std::string(identity::roleName(role)));
            QVERIFY2(!text.contains(latin), qPrintable(text));
        }
        QVERIFY2(said("juggle", "decider").contains("juggle"), "the twin: a word nobody knows stays");
        translator.setLanguage(Translator::Language::English);
        QCOMPARE(said("decide requests", "data-officer or decider"),
                 QString("1 may not decide requests: that takes the role of data officer or decider."));
    }
    void theEmbeddedCatalogueSpeaks() {
        Translator translator;
        translator.setLanguage(Translator::Language::Chinese);
        const auto sentences = errorSentences();
        int spoken = 0;
        for (const auto& [name, sentence] : sentences)
            spoken +=
                QCoreApplication::translate("Errors", sentence.toUtf8().constData()) != sentence ? 1 : 0;
        QCOMPARE(spoken, static_cast<int>(sentences.size()));
        translator.setLanguage(Translator::Language::English);
    }
};

} // namespace

MANGROVE_TEST(TranslationsTest)
#include "translations_test.moc"
