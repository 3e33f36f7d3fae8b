// SPDX-License-Identifier: GPL-3.0-or-later
#include "handoff/package_source.h"

#include "base/file.h"
#include "base/format.h"
#include "handoff/errors.h"
#include "handoff/folder_source.h"
#include "handoff/safe_path.h"
#include "handoff/zip_source.h"

#include <algorithm>
#include <numeric>

namespace mangrove::handoff {

Result<std::unique_ptr<PackageSource>> PackageSource::open(const std::filesystem::path& path,
                                                           const VerifyLimits& limits) {
    std::error_code error;
    const auto status = std::filesystem::status(path, error);
    if (status.type() == std::filesystem::file_type::not_found)
        return Error(errors::kFileNotFound, {path.string()}, {path.string(), 0, 0});
    if (error)
        return Error(errors::kFileNotReadable, {path.string(), error.message()}, {path.string(), 0, 0});
    if (std::filesystem::is_directory(status))
        return openFolderSource(path, limits);
    return openZipSource(path, limits);
}

Status PackageSource::adopt(std::vector<SourceEntry> entries, std::string folder,
                            const VerifyLimits& limits) {
    const auto limit = [](std::string_view what, std::uint64_t is, std::uint64_t allowed) {
        return Error(errors::kPackageLimit, {std::string(what), std::to_string(is), std::to_string(allowed)});
    };
    if (entries.size() > limits.maxFiles)
        return limit("files", entries.size(), limits.maxFiles);
    if (entries.empty())
        return Error(errors::kPackageFolder, {"it is empty"});
    std::uint64_t total = 0;
    std::vector<std::string> paths;
    for (auto& entry : entries) {
        MANGROVE_TRY(checkSafePath(entry.path));
        paths.push_back(entry.path);
        if (entry.bytes > limits.maxTotalBytes || total > limits.maxTotalBytes - entry.bytes)
            return limit("unpacked bytes", total + entry.bytes, limits.maxTotalBytes);
        total += entry.bytes;
    }
    MANGROVE_TRY(checkDistinct(paths));
    if (folder.empty()) {
        folder = entries.front().path.substr(0, entries.front().path.find('/'));
        const std::string prefix = folder + "/";
        for (auto& entry : entries) {
            if (!entry.path.starts_with(prefix))
                return Error(errors::kPackageFolder,
                             {"'" + entry.path + "' lies outside of '" + folder + "'"});
            entry.path.erase(0, prefix.size());
        }
    }
    m_folder = std::move(folder);
    m_order.resize(entries.size());
    std::iota(m_order.begin(), m_order.end(), std::size_t{0});
    std::sort(m_order.begin(), m_order.end(),
              [&](std::size_t a, std::size_t b) { return entries[a].path < entries[b].path; });
    for (const std::size_t index : m_order)
        m_entries.push_back(std::move(entries[index]));
    return {};
}

const SourceEntry* PackageSource::find(std::string_view path) const {
    const auto at =
        std::lower_bound(m_entries.begin(), m_entries.end(), path,
                         [](const SourceEntry& entry, std::string_view key) { return entry.path < key; });
    return at != m_entries.end() && at->path == path ? &*at : nullptr;
}

Status PackageSource::read(std::string_view path, const ByteSink& sink, const RunContext& ctx) const {
    const SourceEntry* entry = find(path);
    if (entry == nullptr)
        return Error(errors::kPackageMember, {std::string(path)});
    return readEntry(m_order[static_cast<std::size_t>(entry - m_entries.data())], sink, ctx);
}

Result<std::string> PackageSource::text(std::string_view path, std::uint64_t limit,
                                        const RunContext& ctx) const {
    const SourceEntry* entry = find(path);
    if (entry == nullptr)
        return Error(errors::kPackageMember, {std::string(path)});
    if (entry->bytes > limit) {
        return Error(errors::kPackageLimit,
                     {"bytes of " + std::string(path), std::to_string(entry->bytes), std::to_string(limit)});
    }
    std::string text;
    MANGROVE_TRY(read(
        path,
        [&](ByteView bytes) -> Status {
            text += asText(bytes);
            return {};
        },
        ctx));
    return text;
}

} // namespace mangrove::handoff
