// SPDX-License-Identifier: GPL-3.0-or-later
#include "io/zip_source.h"

#include "base/text.h"
#include "io/errors.h"

#include <algorithm>
#include <array>
#include <zip.h>

namespace mangrove::io {

namespace {

constexpr std::size_t kMembersListed = 50;

std::string_view baseName(std::string_view name) {
    const std::size_t slash = name.rfind('/');
    return slash == std::string_view::npos ? name : name.substr(slash + 1);
}

constexpr std::array<std::string_view, 9> kSuffixes{".csv", ".tsv",  ".tab",    ".txt",  ".psv",
                                                    ".dat", ".json", ".ndjson", ".jsonl"};

/// "person" of "cdm/PERSON.csv".
std::string stemOf(std::string_view name) {
    const std::string lower = toLowerAscii(baseName(name));
    return lower.substr(0, lower.rfind('.'));
}

std::string listed(const std::vector<std::string>& names) {
    std::vector<std::string> shown(
        names.begin(), names.begin() + static_cast<std::ptrdiff_t>(std::min(names.size(), kMembersListed)));
    if (shown.size() < names.size())
        shown.emplace_back("…");
    return join(shown, ", ");
}

} // namespace

bool ZipSource::looksLikeTable(std::string_view name) {
    const std::string lower = toLowerAscii(name);
    if (lower.starts_with("__macosx/") || baseName(lower).starts_with("."))
        return false;
    return std::any_of(kSuffixes.begin(), kSuffixes.end(),
                       [&](std::string_view s) { return lower.ends_with(s); });
}

ZipSource::ZipSource(std::filesystem::path path, zip* archive)
    : m_path(std::move(path)), m_archive(archive) {}

ZipSource::~ZipSource() {
    if (m_file != nullptr)
        (void)zip_fclose(m_file);
    zip_discard(m_archive);
}

Error ZipSource::damaged(const std::string& why) const {
    return Error(errors::kArchiveDamaged, {m_path.string(), why}, {m_path.string(), 0, 0});
}

Result<std::uint64_t> ZipSource::chooseMember(const std::optional<std::string>& wanted) {
    std::vector<std::string> names;
    std::vector<std::uint64_t> indices;
    const zip_int64_t count = zip_get_num_entries(m_archive, 0);
    for (zip_int64_t i = 0; i < count; ++i) {
        const auto index = static_cast<zip_uint64_t>(i);
        const char* name = zip_get_name(m_archive, index, ZIP_FL_ENC_GUESS);
        if (name == nullptr)
            return damaged("a member has no readable name");
        if (std::string_view(name) == "[Content_Types].xml")
            return Error(errors::kFormatNotSupported, {m_path.string(), "an Office workbook"},
                         {m_path.string(), 0, 0});
        if (wanted && (*wanted == name || *wanted == baseName(name)))
            return index;
        if (looksLikeTable(name)) {
            names.emplace_back(name);
            indices.push_back(index);
        }
    }
    if (wanted) {
        // "person" is PERSON.csv where no other table is called so.
        std::vector<std::uint64_t> alike;
        for (std::size_t i = 0; i < names.size(); ++i) {
            if (stemOf(names[i]) == toLowerAscii(*wanted))
                alike.push_back(indices[i]);
        }
        if (alike.size() == 1)
            return alike.front();
        return Error(errors::kArchiveMemberMissing, {m_path.string(), *wanted, listed(names)},
                     {m_path.string(), 0, 0});
    }
    if (names.empty())
        return Error(errors::kArchiveNoMember, {m_path.string()}, {m_path.string(), 0, 0});
    if (names.size() > 1) {
        std::sort(names.begin(), names.end());
        return Error(errors::kArchiveSeveralMembers,
                     {m_path.string(), std::to_string(names.size()), listed(names)}, {m_path.string(), 0, 0});
    }
    return indices.front();
}

Result<std::unique_ptr<ZipSource>> ZipSource::open(const std::filesystem::path& path,
                                                   const std::optional<std::string>& member) {
    MANGROVE_ASSIGN(const Fingerprint opened, quickFingerprint(path));
    int code = 0;
    zip* archive = zip_open(path.c_str(), ZIP_RDONLY, &code);
    if (archive == nullptr) {
        zip_error_t error;
        zip_error_init_with_code(&error, code);
        const std::string why = zip_error_strerror(&error);
        zip_error_fini(&error);
        return Error(errors::kArchiveDamaged, {path.string(), why}, {path.string(), 0, 0});
    }
    std::unique_ptr<ZipSource> source(new ZipSource(path, archive));
    source->m_opened = opened;
    MANGROVE_ASSIGN(const std::uint64_t index, source->chooseMember(member));
    zip_stat_t status;
    zip_stat_init(&status);
    if (zip_stat_index(archive, index, 0, &status) != 0 || (status.valid & ZIP_STAT_SIZE) == 0)
        return source->damaged("a member has no size");
    source->m_memberSize = status.size;
    source->m_member = status.name == nullptr ? "" : zip_get_name(archive, index, ZIP_FL_ENC_GUESS);
    source->m_file = zip_fopen_index(archive, index, 0);
    if (source->m_file == nullptr)
        return source->damaged(zip_error_strerror(zip_get_error(archive)));
    return source;
}

Result<std::size_t> ZipSource::read(std::span<char> into, const RunContext& context) {
    std::size_t filled = 0;
    while (filled < into.size()) {
        const zip_int64_t got = zip_fread(m_file, into.data() + filled, into.size() - filled);
        if (got < 0)
            return damaged(zip_error_strerror(zip_file_get_error(m_file)));
        if (got == 0)
            break;
        filled += static_cast<std::size_t>(got);
    }
    m_memberRead += filled;
    // Progress counts bytes on disk; inside a member their share of the content is the best guess there is.
    const std::uint64_t soFar = m_memberSize == 0
                                    ? m_opened.bytes
                                    : static_cast<std::uint64_t>(static_cast<double>(m_opened.bytes)
                                                                 * static_cast<double>(m_memberRead)
                                                                 / static_cast<double>(m_memberSize));
    if (soFar > m_rawBytes && soFar <= m_opened.bytes) {
        context.advance(soFar - m_rawBytes);
        m_rawBytes = soFar;
    }
    return filled;
}

Status ZipSource::finish(const RunContext& context) {
    RunContext quiet;
    quiet.stop = context.stop;
    MANGROVE_ASSIGN(const Fingerprint now, fingerprint(m_path, quiet));
    if (now.bytes != m_opened.bytes || now.mtime != m_opened.mtime)
        return Error(errors::kFileChanged, {m_path.string()}, {m_path.string(), 0, 0});
    m_sha256 = now.sha256;
    m_rawBytes = now.bytes;
    return {};
}

} // namespace mangrove::io
