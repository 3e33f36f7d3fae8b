// SPDX-License-Identifier: GPL-3.0-or-later
#include "deid/mask.h"

#include "base/text.h"

namespace mangrove::deid {

namespace {

bool isDigit(char32_t c) {
    return (c >= U'0' && c <= U'9') || (c >= U'０' && c <= U'９');
}

bool isHidden(char32_t c, MaskHide hide) {
    switch (hide) {
    case MaskHide::Digits:
        return isDigit(c);
    case MaskHide::LettersAndDigits:
        return c > 0x7f || isDigit(c) || (c >= U'a' && c <= U'z') || (c >= U'A' && c <= U'Z');
    case MaskHide::All:
        break;
    }
    return true;
}

} // namespace

std::string maskText(std::string_view text, std::uint32_t keepFirst, std::uint32_t keepLast,
                     std::string_view maskWith, MaskHide hide) {
    const std::size_t length = codePointCount(text);
    const bool hides = std::uint64_t{keepFirst} + keepLast < length;
    const std::size_t first = hides ? keepFirst : 0;
    const std::size_t last = hides ? keepLast : 0;
    std::string masked;
    std::size_t at = 0;
    for (std::size_t i = 0; i < length; ++i) {
        const std::size_t start = at;
        const char32_t c = nextCodePoint(text, at);
        const bool kept = i < first || i >= length - last || !isHidden(c, hide);
        masked += kept ? text.substr(start, at - start) : maskWith;
    }
    return masked;
}

std::string maskByPattern(std::string_view text, std::string_view pattern, std::string_view maskWith) {
    std::string masked;
    std::size_t at = 0;
    std::size_t place = 0;
    while (at < text.size() && place < pattern.size()) {
        const std::size_t start = at;
        const char32_t c = nextCodePoint(text, at);
        const char32_t wanted = nextCodePoint(pattern, place);
        if (wanted != U'#' && wanted != U'*' && wanted != c)
            return maskText(text, 0, 0, maskWith);
        masked += wanted == U'*' ? maskWith : text.substr(start, at - start);
    }
    if (at < text.size() || place < pattern.size())
        return maskText(text, 0, 0, maskWith);
    return masked;
}

} // namespace mangrove::deid
