// SPDX-License-Identifier: GPL-3.0-or-later
#include "io/content_kind.h"

#include "io/file_source.h"
#include "io/workbook.h"
#include "io/zip_archive.h"

#include <system_error>

namespace mangrove::io {

Result<ContentKind> contentKind(const std::filesystem::path& path) {
    using namespace std::string_view_literals;
    if (path == "-")
        return ContentKind::Stream;
    std::error_code problem;
    const auto status = std::filesystem::status(path, problem);
    if (std::filesystem::is_directory(status))
        return ContentKind::Folder;
    // A pipe must be opened once only: its writer would be told that nobody reads.
    if (std::filesystem::exists(status) && !std::filesystem::is_regular_file(status))
        return ContentKind::Stream;
    MANGROVE_ASSIGN(const auto file, FileSource::open(path));
    if (!file->regular())
        return ContentKind::Stream;
    MANGROVE_ASSIGN(const std::string head, file->peek(16));
    if (head.starts_with("SQLite format 3\0"sv))
        return ContentKind::Sqlite;
    if (head.starts_with("PK\x03\x04"sv) || head.starts_with("PK\x05\x06"sv)) {
        MANGROVE_ASSIGN(const auto archive, ZipArchive::open(path));
        return Workbook::isWorkbook(*archive) ? ContentKind::Workbook : ContentKind::Zip;
    }
    return ContentKind::Stream;
}

bool looksLikeJson(std::string_view head) {
    if (head.starts_with("\xEF\xBB\xBF"))
        head.remove_prefix(3);
    const auto skipBlanks = [&head] {
        const std::size_t at = head.find_first_not_of(" \t\r\n");
        head.remove_prefix(at == std::string_view::npos ? head.size() : at);
    };
    skipBlanks();
    if (head.empty() || (head.front() != '[' && head.front() != '{'))
        return false;
    const bool array = head.front() == '[';
    head.remove_prefix(1);
    skipBlanks();
    if (head.empty())
        return false;
    if (array && head.front() == ']')
        return head.find_first_not_of(" \t\r\n", 1) == std::string_view::npos;
    return array ? head.front() == '{' : head.front() == '"' || head.front() == '}';
}

} // namespace mangrove::io
