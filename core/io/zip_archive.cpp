// SPDX-License-Identifier: GPL-3.0-or-later
#include "io/zip_archive.h"

#include "base/text.h"
#include "io/encoding.h"
#include "io/errors.h"

#include <algorithm>
#include <array>
#include <zip.h>

namespace mangrove::io {

std::string zipMemberName(zip* archive, std::uint64_t index) {
    const char* raw = zip_get_name(archive, index, ZIP_FL_ENC_RAW);
    if (raw == nullptr)
        return {};
    const std::string_view bytes(raw);
    if (findInvalidUtf8(bytes) == std::string_view::npos)
        return raw;
    if (otherEncoding(bytes) == Encoding::Gb18030) {
        if (auto name = toUtf8(bytes, Encoding::Gb18030))
            return *std::move(name);
    }
    const char* guessed = zip_get_name(archive, index, ZIP_FL_ENC_GUESS);
    return guessed == nullptr ? std::string() : guessed;
}

bool ZipArchive::Member::appleDouble() const {
    const std::size_t slash = name.rfind('/');
    const std::string_view base =
        slash == std::string::npos ? std::string_view(name) : std::string_view(name).substr(slash + 1);
    return toLowerAscii(name).starts_with("__macosx/") || base.starts_with("._");
}

ZipArchive::Stream::Stream(Stream&& other) noexcept
    : m_path(std::move(other.m_path)), m_file(std::exchange(other.m_file, nullptr)) {}

ZipArchive::Stream::~Stream() {
    if (m_file != nullptr)
        (void)zip_fclose(m_file);
}

Result<std::size_t> ZipArchive::Stream::read(std::span<char> into) {
    std::size_t filled = 0;
    while (filled < into.size()) {
        const zip_int64_t got = zip_fread(m_file, into.data() + filled, into.size() - filled);
        if (got < 0)
            return Error(errors::kArchiveDamaged, {m_path, zip_error_strerror(zip_file_get_error(m_file))},
                         {m_path, 0, 0});
        if (got == 0)
            break;
        filled += static_cast<std::size_t>(got);
    }
    return filled;
}

ZipArchive::ZipArchive(std::filesystem::path path, zip* archive)
    : m_path(std::move(path)), m_archive(archive) {}

ZipArchive::~ZipArchive() {
    zip_discard(m_archive);
}

Error ZipArchive::damaged(const std::string& why) const {
    return Error(errors::kArchiveDamaged, {m_path.string(), why}, {m_path.string(), 0, 0});
}

Result<std::unique_ptr<ZipArchive>> ZipArchive::open(const std::filesystem::path& path) {
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
    std::unique_ptr<ZipArchive> result(new ZipArchive(path, archive));
    result->m_opened = opened;
    const zip_int64_t count = zip_get_num_entries(archive, 0);
    for (zip_int64_t i = 0; i < count; ++i) {
        const auto index = static_cast<zip_uint64_t>(i);
        zip_stat_t status;
        zip_stat_init(&status);
        std::string name = zipMemberName(archive, index);
        if (name.empty() || zip_stat_index(archive, index, 0, &status) != 0
            || (status.valid & ZIP_STAT_SIZE) == 0)
            return result->damaged("a member has no readable name or size");
        result->m_members.push_back({std::move(name), status.size, index});
    }
    return result;
}

const ZipArchive::Member* ZipArchive::find(std::string_view name) const {
    const auto found = std::find_if(m_members.begin(), m_members.end(),
                                    [&](const Member& member) { return member.name == name; });
    return found == m_members.end() ? nullptr : &*found;
}

Result<ZipArchive::Stream> ZipArchive::read(const Member& member) const {
    zip_file* file = zip_fopen_index(m_archive, member.index, 0);
    if (file == nullptr)
        return damaged(zip_error_strerror(zip_get_error(m_archive)));
    return Stream(m_path.string(), file);
}

Result<std::string> ZipArchive::readAll(const Member& member, std::uint64_t limit) const {
    MANGROVE_ASSIGN(auto stream, read(member));
    std::string text;
    std::array<char, 16384> piece{};
    for (;;) {
        MANGROVE_ASSIGN(const std::size_t got, stream.read(piece));
        if (got == 0)
            return text;
        if (text.size() + got > limit)
            return damaged("the member " + member.name + " is larger than " + std::to_string(limit)
                           + " bytes");
        text.append(piece.data(), got);
    }
}

} // namespace mangrove::io
