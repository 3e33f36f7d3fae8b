// SPDX-License-Identifier: GPL-3.0-or-later
#include "io/json_stream.h"

#include "io/errors.h"

#include <algorithm>
#include <array>
#include <cstring>

namespace mangrove::io {

namespace {

constexpr std::size_t kStep = 1U << 20U;
constexpr std::size_t kIncomplete = std::string_view::npos;

enum : std::uint8_t { kQuote = 1, kOpen = 2, kClose = 3 };
constexpr std::array<std::uint8_t, 256> makeBrackets() {
    std::array<std::uint8_t, 256> kinds{};
    kinds['"'] = kQuote;
    kinds['{'] = kOpen;
    kinds['['] = kOpen;
    kinds['}'] = kClose;
    kinds[']'] = kClose;
    return kinds;
}
constexpr std::array<std::uint8_t, 256> kBrackets = makeBrackets();

/// Behind the closing quote of the string that opens at `at`.
std::size_t endOfString(std::string_view text, std::size_t at) {
    ++at;
    for (;;) {
        const void* found = at < text.size() ? std::memchr(text.data() + at, '"', text.size() - at) : nullptr;
        if (found == nullptr)
            return kIncomplete;
        const auto quote = static_cast<std::size_t>(static_cast<const char*>(found) - text.data());
        std::size_t slashes = 0;
        while (quote - slashes > at && text[quote - slashes - 1] == '\\')
            ++slashes;
        at = quote + 1;
        if (slashes % 2 == 0)
            return at;
    }
}

/// Behind the value that begins at `at`, by its brackets and quotes alone; what is between them is judged
/// later. `ended`: no text follows.
std::size_t endOfValue(std::string_view text, std::size_t at, bool ended) {
    const char first = text[at];
    if (first == '"')
        return endOfString(text, at);
    if (first != '{' && first != '[') {
        const std::size_t end = text.find_first_of(",]} \t\r\n", at);
        return end == std::string_view::npos && ended ? text.size() : end;
    }
    std::size_t depth = 0;
    while (at < text.size()) {
        switch (kBrackets[static_cast<unsigned char>(text[at])]) {
        case kQuote:
            at = endOfString(text, at);
            if (at == kIncomplete)
                return at;
            break;
        case kOpen:
            ++depth;
            ++at;
            break;
        case kClose:
            ++at;
            if (--depth == 0)
                return at;
            break;
        default:
            ++at;
        }
    }
    return kIncomplete;
}

/// Whether the object that begins at text[0] is a FHIR Bundle, as far as the text goes.
bool beginsBundle(std::string_view text) {
    std::size_t at = 1;
    const auto skip = [&] { at = std::min(text.find_first_not_of(" \t\r\n,:", at), text.size()); };
    for (;;) {
        skip();
        if (at >= text.size() || text[at] != '"')
            return false;
        const std::size_t keyEnd = endOfString(text, at);
        if (keyEnd == kIncomplete)
            return false;
        const std::string_view key = text.substr(at + 1, keyEnd - at - 2);
        at = keyEnd;
        skip();
        if (at >= text.size())
            return false;
        const std::size_t valueEnd = endOfValue(text, at, false);
        if (valueEnd == kIncomplete)
            return false;
        if (key == "resourceType")
            return text.substr(at, valueEnd - at) == "\"Bundle\"";
        at = valueEnd;
    }
}

std::uint64_t newlines(std::string_view text) {
    return static_cast<std::uint64_t>(std::count(text.begin(), text.end(), '\n'));
}

} // namespace

Error JsonStream::broken(const char* why) const {
    return Error(errors::kJsonBroken, {m_path, std::to_string(m_place.line), why}, {m_path, m_place.line, 0});
}

Result<bool> JsonStream::more(const RunContext& context) {
    if (m_ended || (m_held && m_block.size >= kHeadBytes))
        return false;
    MANGROVE_TRY(context.check());
    if (!m_held && m_place.at > 0) {
        const std::size_t rest = m_block.size - m_place.at;
        std::memmove(m_block.data.get(), m_block.data.get() + m_place.at, rest);
        m_block.size = rest;
        m_place.at = 0;
    }
    if (m_block.size > kMaxRecordBytes)
        return Error(errors::kJsonRecordTooLarge,
                     {m_path, std::to_string(m_place.line), std::to_string(kMaxRecordBytes)},
                     {m_path, m_place.line, 0});
    // Doubling: a record that is cut off is looked at again from its beginning.
    MANGROVE_ASSIGN(const bool any,
                    m_decoder.append(m_block, std::max(kStep, m_block.size - m_place.at), context));
    m_undecodable += m_block.undecodableCount;
    m_block.undecodableCount = 0;
    m_block.undecodable.clear();
    m_ended = !any;
    return true;
}

void JsonStream::advanceTo(std::size_t at) {
    m_place.line += newlines(text().substr(m_place.at, at - m_place.at));
    m_place.at = at;
}

void JsonStream::release() {
    m_held = false;
    m_place = m_begin;
}

Result<char> JsonStream::peekChar(const RunContext& context) {
    for (;;) {
        const std::size_t at = std::min(text().find_first_not_of(" \t\r\n", m_place.at), m_block.size);
        advanceTo(at);
        if (at < m_block.size)
            return text()[at];
        MANGROVE_ASSIGN(const bool any, more(context));
        if (!any)
            return '\0';
    }
}

Result<std::string_view> JsonStream::takeValue(const RunContext& context) {
    for (;;) {
        const std::size_t end = endOfValue(text(), m_place.at, m_ended);
        if (end != kIncomplete) {
            const std::string_view value = text().substr(m_place.at, end - m_place.at);
            advanceTo(end);
            return value;
        }
        MANGROVE_ASSIGN(const bool any, more(context));
        if (!any)
            return m_held && !m_ended ? Result<std::string_view>(std::string_view())
                                      : broken("a value that begins here has no end");
    }
}

Status JsonStream::start(const RunContext& context) {
    MANGROVE_ASSIGN(const char first, peekChar(context));
    if (first == '[') {
        m_form = Form::Array;
    } else {
        // A line is a record of its own where the first line holds a whole object.
        std::size_t lineEnd = text().find('\n', m_place.at);
        while (lineEnd == std::string_view::npos && m_block.size < kHeadBytes) {
            MANGROVE_ASSIGN(const bool any, more(context));
            lineEnd = text().find('\n', m_place.at);
            if (!any)
                break;
        }
        const std::string_view rest = text().substr(m_place.at);
        const bool whole = lineEnd != std::string_view::npos || m_ended;
        const std::string_view line =
            lineEnd == std::string_view::npos ? rest : rest.substr(0, lineEnd - m_place.at);
        const std::string_view behind = rest.substr(std::min(line.size() + 1, rest.size()));
        const std::size_t nextAt = behind.find_first_not_of(" \t\r\n");
        const bool another = nextAt != std::string_view::npos && behind[nextAt] == '{';
        JsonTape tape;
        const bool good = whole && tape.parse(line);
        if (beginsBundle(rest) && !(good && another))
            m_form = Form::Bundle;
        else if (good || (whole && (!tape.incomplete() || another)))
            m_form = Form::Lines;
        else
            m_form = Form::Objects;
    }
    m_begin = m_place;
    return {};
}

Result<bool> JsonStream::next(Record& record, const RunContext& context) {
    return m_form == Form::Lines ? nextLine(record, context) : nextElement(record, context);
}

Result<bool> JsonStream::nextLine(Record& record, const RunContext& context) {
    for (;;) {
        const std::size_t end = text().find('\n', m_place.at);
        if (end == std::string_view::npos && !m_ended) {
            MANGROVE_ASSIGN(const bool any, more(context));
            if (any)
                continue;
            if (!m_ended)
                return false; // on hold: the last line of the head is not whole
        }
        if (m_place.at >= m_block.size)
            return false;
        const std::size_t stop = end == std::string_view::npos ? m_block.size : end;
        const std::string_view line = text().substr(m_place.at, stop - m_place.at);
        record.line = m_place.line;
        m_place.at = std::min(stop + 1, m_block.size);
        ++m_place.line;
        if (line.find_first_not_of(" \t\r") == std::string_view::npos)
            continue;
        if (line.size() > kMaxRecordBytes)
            return Error(errors::kJsonRecordTooLarge,
                         {m_path, std::to_string(record.line), std::to_string(kMaxRecordBytes)},
                         {m_path, record.line, 0});
        record.text = line;
        return true;
    }
}

Result<bool> JsonStream::nextElement(Record& record, const RunContext& context) {
    for (;;) {
        MANGROVE_ASSIGN(const char c, peekChar(context));
        if (c == '\0') {
            if ((m_held && !m_ended) || m_place.state == State::Done
                || (m_place.state == State::Start && m_form != Form::Array))
                return false;
            return broken("the text ends inside a list or an object");
        }
        switch (m_place.state) {
        case State::Done:
            return broken("more follows behind the list");
        case State::Start:
            m_place.first = true;
            if (c != (m_form == Form::Array ? '[' : '{'))
                return broken("something else than the next object stands here");
            if (m_form == Form::Objects) {
                record.line = m_place.line;
                MANGROVE_ASSIGN(record.text, takeValue(context));
                return !record.text.empty();
            }
            m_place.insideBundle = m_form == Form::Bundle;
            m_place.state = m_form == Form::Array ? State::Elements : State::Members;
            advanceTo(m_place.at + 1);
            continue;
        case State::Members: {
            if (c == '}' && !m_place.owed) {
                m_place.state = State::Start;
                advanceTo(m_place.at + 1);
                continue;
            }
            if (!m_place.first) {
                if (c != ',')
                    return broken("a ',' or '}' is missing");
                advanceTo(m_place.at + 1);
                m_place.first = true;
                m_place.owed = true;
                continue;
            }
            m_place.owed = false;
            if (c != '"')
                return broken("the name of a member is missing");
            MANGROVE_ASSIGN(const std::string_view quoted, takeValue(context));
            const bool entries = quoted == "\"entry\"";
            if (quoted.empty())
                return false;
            MANGROVE_ASSIGN(const char colon, peekChar(context));
            if (colon != ':')
                return colon == '\0' && m_held && !m_ended ? Result<bool>(false) : broken("a ':' is missing");
            advanceTo(m_place.at + 1);
            MANGROVE_ASSIGN(const char value, peekChar(context));
            m_place.first = false;
            if (entries && value == '[') {
                m_place.state = State::Elements;
                m_place.first = true;
                advanceTo(m_place.at + 1);
            } else {
                if (value == '\0')
                    return m_held && !m_ended ? Result<bool>(false) : broken("a value is missing");
                MANGROVE_ASSIGN(const std::string_view skipped, takeValue(context));
                if (skipped.empty())
                    return m_held && !m_ended ? Result<bool>(false) : broken("a value is missing");
            }
            continue;
        }
        case State::Elements:
            if (c == ']' && !m_place.owed) {
                m_place.state = m_place.insideBundle ? State::Members : State::Done;
                m_place.first = false;
                advanceTo(m_place.at + 1);
                continue;
            }
            if (!m_place.first) {
                if (c != ',')
                    return broken("a ',' or ']' is missing");
                advanceTo(m_place.at + 1);
                m_place.first = true;
                m_place.owed = true;
                continue;
            }
            m_place.owed = false;
            if (c == ',' || c == '}' || c == ']')
                return broken("an element of a list is missing");
            record.line = m_place.line;
            MANGROVE_ASSIGN(record.text, takeValue(context));
            if (record.text.empty())
                return false;
            m_place.first = false;
            return true;
        }
    }
}

} // namespace mangrove::io
