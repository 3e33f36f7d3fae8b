// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "base/run_context.h"
#include "io/json_tape.h"
#include "io/text_block.h"
#include "io/text_decoder.h"

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

namespace mangrove::io {

/// Cuts a stream of JSON text into the records of a table: the lines of JSON Lines, the elements of an array
/// of objects, objects one after another (whatever their layout), or the entries of a FHIR Bundle. Keeps no
/// more in memory than one record and about 1 MiB. One thread.
class JsonStream {
public:
    enum class Form : std::uint8_t { Lines, Array, Objects, Bundle };
    static constexpr std::uint64_t kMaxRecordBytes = 256U << 20U;
    /// So much of the head is looked at before a source that cannot be read twice is used.
    static constexpr std::size_t kHeadBytes = 8U << 20U;

    JsonStream(std::string path, std::unique_ptr<ByteSource> source, std::optional<Encoding> encoding)
        : m_path(std::move(path)), m_decoder(std::move(source), encoding) {}

    /// Decides the form from the head.
    [[nodiscard]] Status start(const RunContext& context);
    [[nodiscard]] Form form() const { return m_form; }

    struct Record {
        std::string_view text;  ///< valid until the next call
        std::uint64_t line = 0; ///< on which it begins
    };
    /// The next record; false = there are no more (and a stream on hold has shown its head). Blank lines are
    /// passed over. Errors: json-broken (structure outside of records), json-record-too-large.
    [[nodiscard]] Result<bool> next(Record& record, const RunContext& context);

    /// From here to release() the text is kept, at most kHeadBytes of it, so that it can be read again.
    void hold() { m_held = true; }
    void release();

    [[nodiscard]] const TextDecoder& decoder() const { return m_decoder; }
    [[nodiscard]] ByteSource& source() { return m_decoder.source(); }
    /// Bytes that were no characters and became U+FFFD while the text was converted.
    [[nodiscard]] std::uint64_t undecodable() const { return m_undecodable; }

private:
    enum class State : std::uint8_t { Start, Elements, Members, Done };
    struct Place {
        std::size_t at = 0;
        std::uint64_t line = 1;
        State state = State::Start;
        bool first = true; ///< no element or member yet: no ',' before the next one
        bool owed = false; ///< a ',' was read: an element or member must follow
        bool insideBundle = false;
    };

    [[nodiscard]] std::string_view text() const { return {m_block.data.get(), m_block.size}; }
    /// Reads more text; false = there is none. What lies before `keepFrom` may go; m_place.at follows.
    [[nodiscard]] Result<bool> more(const RunContext& context);
    [[nodiscard]] Result<bool> nextLine(Record& record, const RunContext& context);
    [[nodiscard]] Result<bool> nextElement(Record& record, const RunContext& context);
    /// The character at the next place that is no blank, or '\0' at the end.
    [[nodiscard]] Result<char> peekChar(const RunContext& context);
    /// The whole value at m_place.at, moving behind it.
    [[nodiscard]] Result<std::string_view> takeValue(const RunContext& context);
    [[nodiscard]] Error broken(const char* why) const;
    void advanceTo(std::size_t at);

    std::string m_path;
    TextDecoder m_decoder;
    TextBlock m_block;
    Form m_form = Form::Lines;
    Place m_place;
    Place m_begin;
    bool m_ended = false;
    bool m_held = false;
    std::uint64_t m_undecodable = 0;
};

} // namespace mangrove::io
