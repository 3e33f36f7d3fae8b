// SPDX-License-Identifier: GPL-3.0-or-later
#include "handoff/manifest.h"

#include "base/hex.h"
#include "handoff/errors.h"
#include "handoff/safe_path.h"

namespace mangrove::handoff {

namespace {

constexpr std::size_t kMaxLines = 20000;
constexpr std::size_t kHexDigits = 64;
constexpr std::string_view kGap = "  ";

} // namespace

std::string toText(const Manifest& manifest) {
    std::string text;
    for (const auto& [path, digest] : manifest) {
        text += toHex(digest);
        text += kGap;
        text += path;
        text += '\n';
    }
    return text;
}

Result<Manifest> parseManifest(std::string_view text, std::string_view fileName) {
    Manifest manifest;
    std::uint64_t line = 0;
    const auto malformed = [&](std::string_view why) {
        return Error(errors::kManifestMalformed,
                     {std::string(fileName), std::to_string(line), std::string(why)},
                     {std::string(fileName), line, 0});
    };
    std::string last;
    while (!text.empty()) {
        ++line;
        const std::size_t end = text.find('\n');
        if (end == std::string_view::npos)
            return malformed("the last line has no line feed");
        const std::string_view row = text.substr(0, end);
        text.remove_prefix(end + 1);
        if (line > kMaxLines)
            return malformed("there are too many lines");
        if (row.size() <= kHexDigits + kGap.size() || row.substr(kHexDigits, kGap.size()) != kGap)
            return malformed("it is not a digest, two blanks and a path");
        const std::string_view hex = row.substr(0, kHexDigits);
        const auto digest = crypto::digestFromHex(hex);
        if (!digest || toHex(*digest) != hex)
            return malformed("the digest is not 64 lower-case hexadecimal digits");
        std::string path(row.substr(kHexDigits + kGap.size()));
        if (auto safe = checkSafePath(path); !safe)
            return malformed("the path is not allowed").withCause(safe.error());
        if (line > 1 && path <= last)
            return malformed("the paths are not sorted, or one is there twice");
        last = path;
        manifest.emplace(std::move(path), *digest);
    }
    if (manifest.empty()) {
        line = 1;
        return malformed("it is empty");
    }
    return manifest;
}

} // namespace mangrove::handoff
