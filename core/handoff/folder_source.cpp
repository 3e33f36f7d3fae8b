// SPDX-License-Identifier: GPL-3.0-or-later
#include "handoff/folder_source.h"

#include "base/file.h"
#include "handoff/errors.h"
#include "handoff/layout.h"

#include <cerrno>
#include <fcntl.h>
#include <unistd.h>

namespace mangrove::handoff {

namespace {

namespace fs = std::filesystem;

Error notReadable(const fs::path& path, const std::string& reason) {
    return Error(errors::kFileNotReadable, {path.string(), reason}, {path.string(), 0, 0});
}

class FolderSource final : public PackageSource {
public:
    [[nodiscard]] Status load(const fs::path& root, const VerifyLimits& limits) {
        std::vector<SourceEntry> entries;
        std::error_code error;
        fs::recursive_directory_iterator at(root, error); // does not follow links
        for (; !error && at != fs::recursive_directory_iterator(); at.increment(error)) {
            const fs::path relative = at->path().lexically_relative(root);
            const auto type = at->symlink_status(error).type();
            if (error)
                break;
            if (type == fs::file_type::directory)
                continue;
            if (type != fs::file_type::regular)
                return Error(errors::kPackageLink, {relative.generic_string()});
            if (entries.size() > limits.maxFiles)
                break; // adopt() refuses with the limit
            entries.push_back({relative.generic_string(), at->file_size(error)});
            m_files.push_back(at->path());
        }
        if (error)
            return notReadable(root, error.message());
        return adopt(std::move(entries), root.filename().string(), limits);
    }

protected:
    [[nodiscard]] Status readEntry(std::size_t index, const ByteSink& sink,
                                   const RunContext& ctx) const override {
        const fs::path& path = m_files[index];
        const int descriptor = ::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NOFOLLOW);
        if (descriptor < 0)
            return notReadable(path, systemMessage(errno));
        const Status status = drain(descriptor, path, sink, ctx);
        (void)::close(descriptor);
        return status;
    }

private:
    static Status drain(int descriptor, const fs::path& path, const ByteSink& sink, const RunContext& ctx) {
        std::vector<std::uint8_t> buffer(1U << 18U);
        while (true) {
            MANGROVE_TRY(ctx.check());
            const ssize_t got = ::read(descriptor, buffer.data(), buffer.size());
            if (got < 0 && errno == EINTR)
                continue;
            if (got < 0)
                return notReadable(path, systemMessage(errno));
            if (got == 0)
                return {};
            MANGROVE_TRY(sink(ByteView(buffer.data(), static_cast<std::size_t>(got))));
            ctx.advance(static_cast<std::uint64_t>(got));
        }
    }

    std::vector<fs::path> m_files;
};

/// Unpacking "PK-….zip" into a folder gives that folder with the package's own folder in it.
fs::path rootOf(const fs::path& path) {
    std::error_code error;
    const fs::path clean = fs::weakly_canonical(path, error);
    if (fs::exists(clean / layout::kBagit, error))
        return clean;
    fs::path only;
    for (fs::directory_iterator at(clean, error); !error && at != fs::directory_iterator();
         at.increment(error)) {
        if (!only.empty() || at->symlink_status(error).type() != fs::file_type::directory)
            return clean;
        only = at->path();
    }
    return only.empty() ? clean : only;
}

} // namespace

Result<std::unique_ptr<PackageSource>> openFolderSource(const fs::path& path, const VerifyLimits& limits) {
    auto source = std::make_unique<FolderSource>();
    MANGROVE_TRY(source->load(rootOf(path), limits));
    return std::unique_ptr<PackageSource>(std::move(source));
}

} // namespace mangrove::handoff
