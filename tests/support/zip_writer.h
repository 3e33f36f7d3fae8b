// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <string>
#include <utility>
#include <vector>
#include <zip.h>

namespace mangrove::test {

/// Writes a .zip of (name, content); false where libzip refuses.
inline bool writeZip(const std::filesystem::path& path,
                     const std::vector<std::pair<std::string, std::string>>& members) {
    int code = 0;
    zip_t* archive = zip_open(path.c_str(), ZIP_CREATE | ZIP_TRUNCATE, &code);
    if (archive == nullptr)
        return false;
    bool good = true;
    for (const auto& [name, content] : members) {
        zip_source_t* source = zip_source_buffer(archive, content.data(), content.size(), 0);
        good =
            good && source != nullptr && zip_file_add(archive, name.c_str(), source, ZIP_FL_ENC_UTF_8) >= 0;
    }
    return zip_close(archive) == 0 && good;
}

/// The parts of a workbook with these sheets (name, content of <sheetData> or, where it begins with "<?", the
/// whole part). Styles: 0 plain, 1 date (14), 2 time (20), 3 date and time (22), 4
/// "yyyy\"年\"m\"月\"d\"日\"", 5 "[h]:mm:ss", 6 "0.00E+00", 7 "#,##0.00 \"days\"". `extra` goes into
/// <workbook>, `after` behind
/// </sheetData>.
struct WorkbookParts {
    std::vector<std::pair<std::string, std::string>> sheets;
    std::string sharedStrings; ///< content of <sst>
    std::string workbookProperties;
    std::vector<std::string> states; ///< state of each sheet, "" = visible
    std::string after;

    [[nodiscard]] std::vector<std::pair<std::string, std::string>> members() const {
        const std::string declaration = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
        const std::string main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
        const std::string types = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
        const auto relation = [&](const std::string& id, const std::string& type, const std::string& target) {
            return "<Relationship Id=\"" + id + "\" Type=\"" + types + "/" + type + "\" Target=\"" + target
                   + "\"/>";
        };
        const std::string relations =
            declaration
            + "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">";
        std::vector<std::pair<std::string, std::string>> all;
        all.emplace_back(
            "[Content_Types].xml",
            declaration + "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"/>");
        all.emplace_back("_rels/.rels", relations + relation("rId1", "officeDocument", "xl/workbook.xml")
                                            + "</Relationships>");
        std::string list;
        std::string targets;
        for (std::size_t i = 0; i < sheets.size(); ++i) {
            const std::string number = std::to_string(i + 1);
            const std::string state =
                i < states.size() && !states[i].empty() ? " state=\"" + states[i] + "\"" : "";
            list += "<sheet name=\"" + sheets[i].first + "\" sheetId=\"" + number + "\"" + state
                    + " r:id=\"rId" + number + "\"/>";
            targets += relation("rId" + number, "worksheet", "worksheets/sheet" + number + ".xml");
            all.emplace_back("xl/worksheets/sheet" + number + ".xml",
                             sheets[i].second.starts_with("<?")
                                 ? sheets[i].second
                                 : declaration + "<worksheet xmlns=\"" + main + "\"><sheetData>"
                                       + sheets[i].second + "</sheetData>" + after + "</worksheet>");
        }
        all.emplace_back("xl/workbook.xml", declaration + "<workbook xmlns=\"" + main + "\" xmlns:r=\""
                                                + types + "\">" + workbookProperties + "<sheets>" + list
                                                + "</sheets></workbook>");
        all.emplace_back("xl/_rels/workbook.xml.rels",
                         relations + targets + relation("rId90", "styles", "styles.xml")
                             + relation("rId91", "sharedStrings", "/xl/sharedStrings.xml")
                             + "</Relationships>");
        all.emplace_back(
            "xl/styles.xml",
            declaration + "<styleSheet xmlns=\"" + main
                + "\"><numFmts><numFmt numFmtId=\"164\" "
                  "formatCode=\"yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;\"/>"
                  "<numFmt numFmtId=\"165\" formatCode=\"[h]:mm:ss\"/><numFmt numFmtId=\"166\" "
                  "formatCode=\"0.00E+00\"/>"
                  "<numFmt numFmtId=\"167\" formatCode=\"#,##0.00 &quot;days&quot;;[Red]-0\"/></numFmts>"
                  "<cellStyleXfs><xf numFmtId=\"14\"/></cellStyleXfs><cellXfs><xf numFmtId=\"0\"/><xf "
                  "numFmtId=\"14\"/>"
                  "<xf numFmtId=\"20\"/><xf numFmtId=\"22\"/><xf numFmtId=\"164\"/><xf numFmtId=\"165\"/>"
                  "<xf numFmtId=\"166\"/><xf numFmtId=\"167\"/></cellXfs></styleSheet>");
        all.emplace_back("xl/sharedStrings.xml",
                         declaration + "<sst xmlns=\"" + main + "\">" + sharedStrings + "</sst>");
        return all;
    }
};

} // namespace mangrove::test
