// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/hex.h"
#include "base/result.h"
#include "base/run_context.h"
#include "handoff/package_verifier.h"

#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace mangrove::handoff {

/// One file of a package, below the package's own folder.
struct SourceEntry {
    std::string path;
    std::uint64_t bytes = 0;
};

/// Receives the bytes of a file in pieces.
using ByteSink = std::function<Status(ByteView)>;

/// The files of a package, wherever they lie. Opening checks the container: safe and distinct paths, plain
/// files only, limits, one top folder. Nothing is written to the disk. One thread.
class PackageSource {
public:
    /// A zip file or an unpacked folder. Besides errors of reading: the kPackage… and kZip… errors of kind
    /// CheckFailed.
    [[nodiscard]] static Result<std::unique_ptr<PackageSource>> open(const std::filesystem::path& path,
                                                                     const VerifyLimits& limits);
    PackageSource() = default;
    PackageSource(const PackageSource&) = delete;
    PackageSource& operator=(const PackageSource&) = delete;
    virtual ~PackageSource() = default;

    /// Name of the top folder.
    [[nodiscard]] const std::string& folder() const { return m_folder; }
    /// Sorted by path.
    [[nodiscard]] const std::vector<SourceEntry>& entries() const { return m_entries; }
    /// nullptr where there is none.
    [[nodiscard]] const SourceEntry* find(std::string_view path) const;

    /// The whole file in pieces. kPackageMember, kZipDamaged, kFileNotReadable, kCancelled, or the sink's
    /// error.
    [[nodiscard]] Status read(std::string_view path, const ByteSink& sink, const RunContext& ctx) const;
    /// A small file as text; kPackageLimit beyond `limit`.
    [[nodiscard]] Result<std::string> text(std::string_view path, std::uint64_t limit,
                                           const RunContext& ctx) const;

protected:
    /// Strips the top folder, sorts, checks paths and limits; called once by the derived class. `paths` are
    /// below the container; an empty `folder` means that they begin with the top folder.
    [[nodiscard]] Status adopt(std::vector<SourceEntry> entries, std::string folder,
                               const VerifyLimits& limits);
    /// `index` counts in the order handed to adopt().
    [[nodiscard]] virtual Status readEntry(std::size_t index, const ByteSink& sink,
                                           const RunContext& ctx) const = 0;

private:
    std::string m_folder;
    std::vector<SourceEntry> m_entries;
    std::vector<std::size_t> m_order; ///< sorted position -> index given to adopt()
};

} // namespace mangrove::handoff
