// SPDX-License-Identifier: GPL-3.0-or-later
#include "profile/value_pattern.h"

#include "base/text.h"

#include <array>
#include <charconv>

namespace mangrove::profile {

namespace {

constexpr int kMaxRuns = 24;

char32_t classOf(char32_t c) {
    if (c < 0x80) {
        if (c >= U'0' && c <= U'9')
            return U'9';
        if (c >= U'A' && c <= U'Z')
            return U'A';
        if (c >= U'a' && c <= U'z')
            return U'a';
        return c;
    }
    if ((c >= 0x4E00 && c <= 0x9FFF) || (c >= 0x3400 && c <= 0x4DBF) || (c >= 0x20000 && c <= 0x3FFFF)
        || c == 0x3007)
        return U'汉';
    if (c >= 0xFF10 && c <= 0xFF19)
        return U'９';
    if (c >= 0xFF21 && c <= 0xFF3A)
        return U'Ａ';
    if (c >= 0xFF41 && c <= 0xFF5A)
        return U'ａ';
    // CJK and full-width punctuation says something about a value; letters of other scripts are one class.
    if ((c >= 0x3000 && c <= 0x303F) || (c >= 0xFF01 && c <= 0xFF5E))
        return c;
    return U'α';
}

bool isBlank(char32_t c) {
    return c == U' ' || c == U'\t' || c == 0x3000 || c == 0xA0;
}

void appendRun(std::string& pattern, char32_t kind, std::uint64_t length) {
    appendCodePoint(pattern, kind);
    if (length == 1)
        return;
    std::array<char, 24> digits{};
    const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), length).ptr;
    pattern.push_back('{');
    pattern.append(digits.data(), end);
    pattern.push_back('}');
}

} // namespace

TextShape shapeOf(std::string_view value, std::string& pattern) {
    TextShape shape;
    pattern.clear();
    int runs = 0;
    char32_t runKind = 0;
    std::uint64_t runLength = 0;
    char32_t last = 0;
    for (std::size_t at = 0; at < value.size();) {
        const auto byte = static_cast<unsigned char>(value[at]);
        const char32_t c = byte < 0x80 ? char32_t{byte} : nextCodePoint(value, at);
        at += byte < 0x80 ? 1 : 0;
        shape.blankEdge = shape.blankEdge || (shape.codePoints == 0 && isBlank(c));
        shape.fullWidth = shape.fullWidth || c == 0x3000 || (c >= 0xFF01 && c <= 0xFF5E);
        ++shape.codePoints;
        last = c;
        const char32_t kind = classOf(c);
        if (runLength > 0 && kind == runKind) {
            ++runLength;
            continue;
        }
        if (runLength > 0 && ++runs <= kMaxRuns)
            appendRun(pattern, runKind, runLength);
        runKind = kind;
        runLength = 1;
    }
    if (runLength > 0 && ++runs <= kMaxRuns)
        appendRun(pattern, runKind, runLength);
    if (runs > kMaxRuns)
        pattern += "…";
    shape.blankEdge = shape.blankEdge || (shape.codePoints > 0 && isBlank(last));
    return shape;
}

std::string patternOf(std::string_view value) {
    std::string pattern;
    (void)shapeOf(value, pattern);
    return pattern;
}

} // namespace mangrove::profile
