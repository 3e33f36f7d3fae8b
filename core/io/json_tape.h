// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace mangrove::io {

/// One value of a JSON text. Of an object the members follow, each as its key (a String) and its value; of an
/// array the elements. `next` jumps over all of them.
struct JsonToken {
    enum class Type : std::uint8_t { Object, Array, String, Number, True, False, Null, NotANumber };
    std::uint32_t begin = 0; ///< of the text; of a String without its quotes
    std::uint32_t end = 0;
    std::uint32_t next = 0; ///< index of the token behind this value
    Type type = Type::Null;
    bool escaped = false; ///< a String with escapes: see unescape()
};

/// A JSON text (RFC 8259, strictly, but for NaN and Infinity, which Python writes) as a flat list of tokens.
/// Reused from text to text without allocating. One thread.
class JsonTape {
public:
    static constexpr unsigned kMaxDepth = 64;

    /// Takes `text` apart: one value with blanks around it. False: see fault() and faultAt(). Precondition:
    /// text.size() < 2^32.
    [[nodiscard]] bool parse(std::string_view text);
    [[nodiscard]] const std::vector<JsonToken>& tokens() const { return m_tokens; }
    [[nodiscard]] const char* fault() const { return m_fault; }
    [[nodiscard]] std::size_t faultAt() const { return m_at; }
    /// The fault is that the text ends too early.
    [[nodiscard]] bool incomplete() const { return m_incomplete; }

    /// Decodes the escapes of a String's text into `into` (cleared first). A lone surrogate becomes U+FFFD;
    /// returns how many there were.
    static std::uint64_t unescape(std::string_view text, std::string& into);

private:
    bool fail(const char* why);
    bool value(unsigned depth);
    bool object(unsigned depth);
    bool array(unsigned depth);
    bool string();
    bool number();
    bool word(std::string_view text, JsonToken::Type type);
    void skipBlanks();

    std::string_view m_text;
    std::size_t m_at = 0;
    std::vector<JsonToken> m_tokens;
    const char* m_fault = "";
    bool m_incomplete = false;
};

} // namespace mangrove::io
