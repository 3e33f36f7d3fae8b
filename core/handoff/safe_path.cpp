// SPDX-License-Identifier: GPL-3.0-or-later
#include "handoff/safe_path.h"

#include "base/text.h"
#include "handoff/errors.h"

#include <algorithm>
#include <array>
#include <map>

namespace mangrove::handoff {

namespace {

constexpr std::size_t kMaxName = 100;
constexpr std::size_t kMaxPath = 240;
constexpr std::size_t kMaxDepth = 8;

bool isLetterOrDigit(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

bool isDeviceName(std::string_view name) {
    const std::string stem = toLowerAscii(name.substr(0, name.find('.')));
    constexpr std::array<std::string_view, 4> kPlain{"con", "prn", "aux", "nul"};
    if (std::find(kPlain.begin(), kPlain.end(), stem) != kPlain.end())
        return true;
    return stem.size() == 4 && (stem.starts_with("com") || stem.starts_with("lpt")) && stem[3] >= '0'
           && stem[3] <= '9';
}

/// Bytes of a hostile name that can be shown: everything but printable ASCII becomes '?'.
std::string shown(std::string_view path) {
    std::string text(path.substr(0, kMaxPath));
    std::replace_if(
        text.begin(), text.end(), [](char c) { return c < ' ' || c > '~'; }, '?');
    return text;
}

Error unsafe(std::string_view path, std::string_view why) {
    return Error(errors::kPackagePath, {shown(path), std::string(why)});
}

} // namespace

bool isSafeName(std::string_view name) {
    if (name.empty() || name.size() > kMaxName || !isLetterOrDigit(name.front()) || name.back() == '.')
        return false;
    const bool plain = std::all_of(name.begin(), name.end(), [](char c) {
        return isLetterOrDigit(c) || c == '.' || c == '_' || c == '-';
    });
    return plain && !isDeviceName(name);
}

Status checkSafePath(std::string_view path) {
    if (path.empty() || path.size() > kMaxPath)
        return unsafe(path, "it is empty or too long");
    if (path.front() == '/' || path.front() == '\\' || (path.size() > 1 && path[1] == ':'))
        return unsafe(path, "it is absolute");
    const auto parts = split(path, '/');
    if (parts.size() > kMaxDepth)
        return unsafe(path, "it is nested too deeply");
    for (const auto part : parts) {
        if (part == ".." || part == ".")
            return unsafe(path, "it climbs out of the package");
        if (!isSafeName(part))
            return unsafe(path, "a name in it is not made of letters, digits, '.', '_' and '-'");
    }
    return {};
}

Status checkDistinct(const std::vector<std::string>& paths) {
    std::map<std::string, std::string> seen; // lower case -> as written
    for (const auto& path : paths) {
        const auto [at, fresh] = seen.emplace(toLowerAscii(path), path);
        if (!fresh && at->second == path)
            return Error(errors::kPackageDuplicate, {path});
        if (!fresh)
            return Error(errors::kPackageCaseClash, {at->second, path});
    }
    std::map<std::string, std::string> folders; // lower case -> as written
    for (const auto& path : paths) {
        for (std::size_t slash = path.find('/'); slash != std::string::npos;
             slash = path.find('/', slash + 1)) {
            const std::string folder = path.substr(0, slash);
            const std::string lower = toLowerAscii(folder);
            if (seen.contains(lower))
                return Error(errors::kPackageDuplicate, {folder});
            const auto [at, fresh] = folders.emplace(lower, folder);
            if (!fresh && at->second != folder)
                return Error(errors::kPackageCaseClash, {at->second, folder});
        }
    }
    return {};
}

} // namespace mangrove::handoff
