// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

struct XML_ParserStruct;

namespace mangrove::io {

/// The attributes of one element, valid while its start is handled.
class XmlAttributes {
public:
    explicit XmlAttributes(const char** list) : m_list(list) {}
    /// By its name without prefix; nullptr where it is absent.
    [[nodiscard]] const char* find(std::string_view localName) const;

private:
    const char** m_list;
};

/// What is told of an XML document as it is read. Names come without their prefix. A handler that sets
/// `error` ends the reading.
class XmlHandler {
public:
    virtual ~XmlHandler() = default;
    virtual void startElement(std::string_view name, const XmlAttributes& attributes) = 0;
    virtual void endElement(std::string_view name) = 0;
    /// A piece of character data; one run of it may come in several pieces.
    virtual void text(std::string_view piece) = 0;

    std::optional<Error> error;
    bool stop = false; ///< set by the handler: enough was seen, which is no error
};

/// A streaming parser (expat) for documents nobody vouches for: a document type declaration, and with it
/// every entity of the document's own, is refused; so are nesting beyond kMaxDepth and a single tag beyond
/// kMaxTag bytes. One thread.
class XmlParser {
public:
    static constexpr std::size_t kMaxDepth = 128;
    static constexpr std::uint64_t kMaxTag = 4U << 20U;

    /// `file` and `part` name the document in errors. Both handlers outlive the parser.
    XmlParser(XmlHandler& handler, std::string file, std::string part);
    ~XmlParser();
    XmlParser(const XmlParser&) = delete;
    XmlParser& operator=(const XmlParser&) = delete;

    /// The next piece of the document; `last` = there is no other. Error: workbook-damaged, or the handler's.
    [[nodiscard]] Status feed(std::string_view bytes, bool last);

private:
    struct Callbacks;
    [[nodiscard]] Error damaged(const std::string& why) const;

    XmlHandler& m_handler;
    std::string m_file;
    std::string m_part;
    XML_ParserStruct* m_parser;
    std::size_t m_depth = 0;
    std::uint64_t m_fed = 0;
    const char* m_refused = nullptr;
};

} // namespace mangrove::io
