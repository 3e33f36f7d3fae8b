// SPDX-License-Identifier: GPL-3.0-or-later
#include "io/zip_source.h"

#include "base/text.h"
#include "io/errors.h"
#include "io/zip_archive.h"

#include <algorithm>
#include <array>
#include <unistd.h>
#include <vector>
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

ZipSource::ZipSource(std::unique_ptr<FileSource> file, const ReadOptions& options)
    : m_file(std::move(file)), m_guard(m_file->path().string(), options) {}

ZipSource::~ZipSource() {
    if (m_content != nullptr)
        (void)zip_fclose(m_content);
    if (m_archive != nullptr)
        zip_discard(m_archive);
}

Error ZipSource::damaged(const std::string& why) const {
    const std::string name = m_file->path().string();
    if (m_file->changed())
        return Error(errors::kFileChanged, {name}, {name, 0, 0});
    return Error(errors::kArchiveDamaged, {name, why}, {name, 0, 0});
}

Result<std::uint64_t> ZipSource::chooseMember(const std::optional<std::string>& wanted) {
    std::vector<std::string> names;
    std::vector<std::uint64_t> indices;
    const std::string path = m_file->path().string();
    const zip_int64_t count = zip_get_num_entries(m_archive, 0);
    for (zip_int64_t i = 0; i < count; ++i) {
        const auto index = static_cast<zip_uint64_t>(i);
        std::string name = zipMemberName(m_archive, index);
        if (name.empty())
            return damaged("a member has no readable name");
        if (name == "[Content_Types].xml")
            return Error(errors::kFormatNotSupported, {path, "an Office workbook"}, {path, 0, 0});
        if (wanted && (*wanted == name || *wanted == baseName(name)))
            return index;
        if (looksLikeTable(name)) {
            names.push_back(std::move(name));
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
        return Error(errors::kArchiveMemberMissing, {path, *wanted, listed(names)}, {path, 0, 0});
    }
    if (names.empty())
        return Error(errors::kArchiveNoMember, {path}, {path, 0, 0});
    if (names.size() > 1) {
        std::sort(names.begin(), names.end());
        return Error(errors::kArchiveSeveralMembers, {path, std::to_string(names.size()), listed(names)},
                     {path, 0, 0});
    }
    return indices.front();
}

Result<std::unique_ptr<ZipSource>> ZipSource::open(std::unique_ptr<FileSource> file,
                                                   const ReadOptions& options) {
    std::unique_ptr<ZipSource> source(new ZipSource(std::move(file), options));
    const std::string path = source->m_file->path().string();
    int code = 0;
    // libzip takes the descriptor over
    const int descriptor = source->m_file->duplicate();
    source->m_archive = descriptor < 0 ? nullptr : zip_fdopen(descriptor, 0, &code);
    if (source->m_archive == nullptr) {
        if (descriptor >= 0)
            (void)::close(descriptor);
        zip_error_t error;
        zip_error_init_with_code(&error, code);
        const std::string why = zip_error_strerror(&error);
        zip_error_fini(&error);
        return source->damaged(why);
    }
    MANGROVE_ASSIGN(const std::uint64_t index, source->chooseMember(options.table));
    zip_stat_t status;
    zip_stat_init(&status);
    if (zip_stat_index(source->m_archive, index, 0, &status) != 0 || (status.valid & ZIP_STAT_SIZE) == 0)
        return source->damaged("a member has no size");
    if ((status.valid & ZIP_STAT_ENCRYPTION_METHOD) != 0 && status.encryption_method != ZIP_EM_NONE)
        return Error(errors::kArchiveEncrypted, {path}, {path, 0, 0});
    source->m_memberSize = status.size;
    source->m_compressedSize =
        (status.valid & ZIP_STAT_COMP_SIZE) != 0 ? status.comp_size : source->rawSize();
    source->m_member = zipMemberName(source->m_archive, index);
    source->m_content = zip_fopen_index(source->m_archive, index, 0);
    if (source->m_content == nullptr)
        return source->damaged(zip_error_strerror(zip_get_error(source->m_archive)));
    return source;
}

Result<std::size_t> ZipSource::read(std::span<char> into, const RunContext& context) {
    constexpr std::size_t kPiece = 256U << 10U;
    std::size_t filled = 0;
    while (filled < into.size()) {
        MANGROVE_TRY(context.check());
        const std::size_t piece = std::min(kPiece, into.size() - filled);
        const zip_int64_t got = zip_fread(m_content, into.data() + filled, piece);
        if (got < 0)
            return damaged(zip_error_strerror(zip_file_get_error(m_content)));
        if (got == 0)
            break;
        MANGROVE_TRY(m_guard.add(static_cast<std::uint64_t>(got), m_compressedSize));
        filled += static_cast<std::size_t>(got);
    }
    m_memberRead += filled;
    // Progress counts bytes on disk; inside a member their share of the content is the best guess there is.
    const double share =
        m_memberSize == 0
            ? 1.0
            : std::min(1.0, static_cast<double>(m_memberRead) / static_cast<double>(m_memberSize));
    const auto soFar =
        std::min(rawSize(), static_cast<std::uint64_t>(share * static_cast<double>(rawSize())));
    if (soFar > m_rawBytes) {
        context.advance(soFar - m_rawBytes);
        m_rawBytes = soFar;
    }
    return filled;
}

Status ZipSource::finish(const RunContext& context) {
    RunContext quiet;
    quiet.stop = context.stop;
    MANGROVE_TRY(m_file->rewind());
    std::vector<char> buffer(1U << 20U);
    for (;;) {
        MANGROVE_TRY(context.check());
        MANGROVE_ASSIGN(const std::size_t got, m_file->read(buffer, quiet));
        if (got == 0)
            break;
    }
    MANGROVE_TRY(m_file->finish(quiet));
    context.advance(rawSize() - m_rawBytes);
    m_rawBytes = rawSize();
    return {};
}

} // namespace mangrove::io
