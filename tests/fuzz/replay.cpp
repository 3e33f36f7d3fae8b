// SPDX-License-Identifier: GPL-3.0-or-later
#include "fuzz/replay.h"

#include "base/hex.h"
#include "support/temp_dir.h"

#include <algorithm>

namespace mangrove::test {

namespace {

std::string mutated(std::string bytes, std::span<const std::string_view> pieces, SeededRandom& random) {
    for (auto changes = 1 + random.below(6); changes > 0; --changes) {
        const auto at = random.below(bytes.size() + 1);
        switch (random.below(4)) {
        case 0:
            bytes.insert(at, pieces[random.below(pieces.size())]);
            break;
        case 1:
            bytes.erase(at, random.below(5));
            break;
        case 2:
            bytes.insert(at, bytes.substr(random.below(bytes.size() + 1), random.below(40)));
            break;
        default:
            if (at < bytes.size())
                bytes[at] = static_cast<char>(random.below(256));
        }
    }
    return bytes;
}

} // namespace

std::vector<std::filesystem::path> seedFiles(const std::filesystem::path& folder, std::string_view ending) {
    std::vector<std::filesystem::path> files;
    for (const auto& entry : std::filesystem::directory_iterator(folder)) {
        if (entry.path().string().ends_with(ending))
            files.push_back(entry.path());
    }
    std::sort(files.begin(), files.end());
    return files;
}

std::string replay(const std::filesystem::path& file, int mutations, std::span<const std::string_view> pieces,
                   SeededRandom& random, ByteCheck check) {
    const std::string bytes = readAll(file);
    for (int i = 0; i <= mutations; ++i) {
        const std::string tried = i == 0 ? bytes : mutated(bytes, pieces, random);
        if (const std::string fault = check(tried); !fault.empty())
            return file.string() + ": " + fault + "\n" + toHex(asBytes(tried));
    }
    return {};
}

} // namespace mangrove::test
