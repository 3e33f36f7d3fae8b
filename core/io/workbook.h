// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "base/run_context.h"
#include "io/number_format.h"
#include "io/xml_parser.h"
#include "io/zip_archive.h"

#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace mangrove::io {

/// An Office Open XML workbook (ECMA-376, transitional and strict): which sheets there are, and what all of
/// them share. The rows of a sheet are read by SheetParser. One thread.
class Workbook {
public:
    static constexpr std::size_t kMaxSheets = 10'000;
    static constexpr std::size_t kMaxStyles = 1U << 20U;
    static constexpr std::uint64_t kMaxStringBytes = 512ULL << 20U; ///< of shared strings, kept in memory

    struct Sheet {
        std::string name;
        std::string part; ///< name of the member; empty for what is no worksheet (a chart)
        bool hidden = false;
    };

    /// Whether a .zip is a workbook: by its members, not by its name.
    [[nodiscard]] static bool isWorkbook(const ZipArchive& archive);
    /// Reads the list of sheets, the number formats and the shared strings. Phonetic readings (rPh) are no
    /// part of a string; runs of rich text are joined. Errors: file-not-found, archive-damaged,
    /// workbook-damaged, workbook-too-large.
    [[nodiscard]] static Result<std::unique_ptr<Workbook>> open(const std::filesystem::path& path,
                                                                const RunContext& context);

    [[nodiscard]] const std::vector<Sheet>& sheets() const { return m_sheets; }
    [[nodiscard]] std::size_t sharedStringCount() const { return m_stringEnds.size(); }
    /// Precondition: index < sharedStringCount(). Valid as long as the workbook.
    [[nodiscard]] std::string_view sharedString(std::size_t index) const;
    /// What the style of a cell makes of a number; Plain for a style that does not exist.
    [[nodiscard]] NumberKind styleKind(std::size_t style) const {
        return style < m_styles.size() ? m_styles[style] : NumberKind::Plain;
    }
    [[nodiscard]] bool from1904() const { return m_from1904; }
    [[nodiscard]] const ZipArchive& archive() const { return *m_archive; }
    [[nodiscard]] const std::string& path() const { return m_path; }

    /// Feeds the member `part` through a parser until its end or until the handler stops it. False: no such
    /// member.
    [[nodiscard]] Result<bool> parsePart(std::string_view part, XmlHandler& handler,
                                         const RunContext& context) const;

private:
    Workbook(std::string path, std::unique_ptr<ZipArchive> archive)
        : m_path(std::move(path)), m_archive(std::move(archive)) {}
    [[nodiscard]] Status readParts(const RunContext& context);

    std::string m_path;
    std::unique_ptr<ZipArchive> m_archive;
    std::vector<Sheet> m_sheets;
    bool m_from1904 = false;
    std::vector<NumberKind> m_styles;
    std::string m_strings;
    std::vector<std::uint32_t> m_stringEnds;
};

/// Decodes the escapes of ST_Xstring (22.9.2.19): `_x000D_` is a carriage return, `_x005F_` an underscore.
void decodeXstring(std::string& text);

} // namespace mangrove::io
