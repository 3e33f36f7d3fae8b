// SPDX-License-Identifier: GPL-3.0-or-later
#include "io/workbook.h"

#include "base/number.h"
#include "base/text.h"
#include "io/errors.h"

#include <array>
#include <map>

namespace mangrove::io {

namespace {

std::string attribute(const XmlAttributes& attributes, std::string_view name) {
    const char* value = attributes.find(name);
    return value == nullptr ? std::string() : std::string(value);
}

std::size_t indexOf(const char* text) {
    return text == nullptr ? 0 : static_cast<std::size_t>(parseUnsigned(text).value_or(0));
}

bool isTrue(const char* value) {
    return value != nullptr && (std::string_view(value) == "1" || std::string_view(value) == "true");
}

/// "xl/worksheets/sheet1.xml" of a target relative to the folder of the part that names it.
std::string resolve(std::string_view part, std::string_view target) {
    if (target.starts_with('/'))
        return std::string(target.substr(1));
    const std::size_t slash = part.rfind('/');
    std::string folder(slash == std::string_view::npos ? std::string_view() : part.substr(0, slash));
    while (target.starts_with("../") || target.starts_with("./")) {
        if (target.starts_with("../")) {
            const std::size_t up = folder.rfind('/');
            folder = up == std::string::npos ? std::string() : folder.substr(0, up);
            target.remove_prefix(3);
        } else {
            target.remove_prefix(2);
        }
    }
    return folder.empty() ? std::string(target) : folder + "/" + std::string(target);
}

std::string relationsOf(std::string_view part) {
    const std::size_t slash = part.rfind('/');
    if (slash == std::string_view::npos)
        return "_rels/" + std::string(part) + ".rels";
    return std::string(part.substr(0, slash)) + "/_rels/" + std::string(part.substr(slash + 1)) + ".rels";
}

struct Relations final : XmlHandler {
    struct Target {
        std::string type; ///< last word of the type's address: "worksheet", "styles"…
        std::string target;
    };
    std::map<std::string, Target> byId;

    void startElement(std::string_view name, const XmlAttributes& attributes) override {
        if (name != "Relationship" || byId.size() > 2 * Workbook::kMaxSheets)
            return;
        const std::string type = attribute(attributes, "Type");
        byId[attribute(attributes, "Id")] = {type.substr(type.rfind('/') + 1),
                                             attribute(attributes, "Target")};
    }
    void endElement(std::string_view /*name*/) override {}
    void text(std::string_view /*piece*/) override {}
    [[nodiscard]] std::string targetOf(std::string_view type) const {
        for (const auto& [id, target] : byId) {
            if (target.type == type)
                return target.target;
        }
        return {};
    }
};

struct SheetList final : XmlHandler {
    struct Entry {
        std::string name;
        std::string relation;
        bool hidden = false;
    };
    std::vector<Entry> entries;
    bool from1904 = false;

    void startElement(std::string_view name, const XmlAttributes& attributes) override {
        if (name == "workbookPr")
            from1904 = isTrue(attributes.find("date1904"));
        if (name != "sheet" || entries.size() >= Workbook::kMaxSheets)
            return;
        const std::string state = attribute(attributes, "state");
        entries.push_back({attribute(attributes, "name"), attribute(attributes, "id"),
                           state == "hidden" || state == "veryHidden"});
    }
    void endElement(std::string_view /*name*/) override {}
    void text(std::string_view /*piece*/) override {}
};

struct Styles final : XmlHandler {
    std::map<std::size_t, NumberKind> custom;
    std::vector<NumberKind> kinds;
    bool insideCellFormats = false;

    void startElement(std::string_view name, const XmlAttributes& attributes) override {
        if (name == "cellXfs") {
            insideCellFormats = true;
        } else if (name == "numFmt" && custom.size() < Workbook::kMaxStyles) {
            const char* code = attributes.find("formatCode");
            custom[indexOf(attributes.find("numFmtId"))] =
                code == nullptr ? NumberKind::Plain : numberKindOf(code);
        } else if (name == "xf" && insideCellFormats && kinds.size() < Workbook::kMaxStyles) {
            const std::size_t id = indexOf(attributes.find("numFmtId"));
            const auto found = custom.find(id);
            kinds.push_back(found != custom.end() ? found->second
                                                  : builtinNumberKind(static_cast<std::uint32_t>(id)));
        }
    }
    void endElement(std::string_view name) override {
        if (name == "cellXfs")
            insideCellFormats = false;
    }
    void text(std::string_view /*piece*/) override {}
};

struct Strings final : XmlHandler {
    Strings(std::string workbookPath, std::string& into, std::vector<std::uint32_t>& stringEnds)
        : path(std::move(workbookPath)), strings(into), ends(stringEnds) {}

    void startElement(std::string_view name, const XmlAttributes& /*attributes*/) override {
        if (name == "si")
            current.clear();
        else if (name == "rPh")
            ++phonetic;
        else if (name == "t")
            insideText = phonetic == 0;
    }
    void endElement(std::string_view name) override {
        if (name == "t") {
            insideText = false;
        } else if (name == "rPh") {
            --phonetic;
        } else if (name == "si") {
            decodeXstring(current);
            strings += current;
            ends.push_back(static_cast<std::uint32_t>(strings.size()));
            check();
        }
    }
    void text(std::string_view piece) override {
        if (!insideText)
            return;
        current += piece;
        check();
    }
    void check() {
        if (strings.size() + current.size() > Workbook::kMaxStringBytes
            || ends.size() * sizeof(std::uint32_t) > Workbook::kMaxStringBytes)
            error =
                Error(errors::kWorkbookTooLarge, {path, "its texts take more than 512 MiB"}, {path, 0, 0});
    }

    std::string path;
    std::string& strings;
    std::vector<std::uint32_t>& ends;
    std::string current;
    int phonetic = 0;
    bool insideText = false;
};

} // namespace

void decodeXstring(std::string& text) {
    std::size_t at = text.find("_x");
    if (at == std::string::npos)
        return;
    std::string decoded;
    std::size_t from = 0;
    while (at != std::string::npos) {
        std::uint32_t value = 0;
        bool escape = at + 7 <= text.size() && text[at + 6] == '_';
        for (std::size_t i = at + 2; escape && i < at + 6; ++i) {
            const char c = text[i];
            const int digit = c >= '0' && c <= '9'   ? c - '0'
                              : c >= 'A' && c <= 'F' ? c - 'A' + 10
                              : c >= 'a' && c <= 'f' ? c - 'a' + 10
                                                     : -1;
            escape = digit >= 0;
            value = value * 16 + static_cast<std::uint32_t>(std::max(digit, 0));
        }
        escape = escape && (value < 0xD800 || value > 0xDFFF);
        decoded.append(text, from, at - from);
        if (escape)
            appendCodePoint(decoded, value);
        else
            decoded += "_x";
        from = at + (escape ? 7 : 2);
        at = text.find("_x", from);
    }
    decoded.append(text, from);
    text = std::move(decoded);
}

bool Workbook::isWorkbook(const ZipArchive& archive) {
    if (archive.find("[Content_Types].xml") == nullptr)
        return false;
    for (const auto& member : archive.members()) {
        if (member.name.starts_with("xl/") || member.name.ends_with("/workbook.xml")
            || member.name == "workbook.xml")
            return true;
    }
    return false;
}

Result<std::unique_ptr<Workbook>> Workbook::open(const std::filesystem::path& path,
                                                 const RunContext& context) {
    MANGROVE_ASSIGN(auto archive, ZipArchive::open(path));
    std::unique_ptr<Workbook> workbook(new Workbook(path.string(), std::move(archive)));
    MANGROVE_TRY(workbook->readParts(context));
    return workbook;
}

Result<bool> Workbook::parsePart(std::string_view part, XmlHandler& handler,
                                 const RunContext& context) const {
    const auto* member = m_archive->find(part);
    if (member == nullptr)
        return false;
    MANGROVE_ASSIGN(auto stream, m_archive->read(*member));
    XmlParser parser(handler, m_path, std::string(part));
    std::array<char, 32768> piece{};
    for (;;) {
        MANGROVE_TRY(context.check());
        MANGROVE_ASSIGN(const std::size_t got, stream.read(piece));
        MANGROVE_TRY(parser.feed({piece.data(), got}, got == 0));
        if (got == 0 || handler.stop)
            return true;
    }
}

Status Workbook::readParts(const RunContext& context) {
    Relations package;
    MANGROVE_ASSIGN(const bool hasPackage, parsePart("_rels/.rels", package, context));
    std::string main = hasPackage ? resolve("", package.targetOf("officeDocument")) : std::string();
    if (main.empty())
        main = "xl/workbook.xml";
    SheetList list;
    MANGROVE_ASSIGN(const bool hasMain, parsePart(main, list, context));
    if (!hasMain)
        return Error(errors::kWorkbookDamaged, {m_path, "it has no " + main}, {m_path, 0, 0});
    m_from1904 = list.from1904;
    Relations relations;
    MANGROVE_ASSIGN(const bool hasRelations, parsePart(relationsOf(main), relations, context));
    if (!hasRelations)
        return Error(errors::kWorkbookDamaged, {m_path, "it has no " + relationsOf(main)}, {m_path, 0, 0});
    for (auto& entry : list.entries) {
        const auto found = relations.byId.find(entry.relation);
        const bool sheet = found != relations.byId.end() && found->second.type == "worksheet";
        m_sheets.push_back({std::move(entry.name),
                            sheet ? resolve(main, found->second.target) : std::string(), entry.hidden});
    }
    if (const std::string part = relations.targetOf("styles"); !part.empty()) {
        Styles styles;
        MANGROVE_ASSIGN(const bool found, parsePart(resolve(main, part), styles, context));
        if (found)
            m_styles = std::move(styles.kinds);
    }
    if (const std::string part = relations.targetOf("sharedStrings"); !part.empty()) {
        Strings strings(m_path, m_strings, m_stringEnds);
        MANGROVE_ASSIGN(const bool found, parsePart(resolve(main, part), strings, context));
        if (!found)
            return Error(errors::kWorkbookDamaged, {m_path, "it has no " + resolve(main, part)},
                         {m_path, 0, 0});
    }
    return {};
}

std::string_view Workbook::sharedString(std::size_t index) const {
    const std::uint32_t from = index == 0 ? 0 : m_stringEnds[index - 1];
    return std::string_view(m_strings).substr(from, m_stringEnds[index] - from);
}

} // namespace mangrove::io
