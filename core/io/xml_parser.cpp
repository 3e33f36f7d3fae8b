// SPDX-License-Identifier: GPL-3.0-or-later
#include "io/xml_parser.h"

#include "io/errors.h"

#include <expat.h>
#include <new>

namespace mangrove::io {

namespace {

std::string_view localName(const char* name) {
    const std::string_view whole(name);
    const std::size_t colon = whole.rfind(':');
    return colon == std::string_view::npos ? whole : whole.substr(colon + 1);
}

} // namespace

const char* XmlAttributes::find(std::string_view name) const {
    for (const char** pair = m_list; *pair != nullptr; pair += 2) {
        if (localName(pair[0]) == name)
            return pair[1];
    }
    return nullptr;
}

struct XmlParser::Callbacks {
    static void stopIfAsked(XmlParser& self) {
        if (self.m_handler.error || self.m_handler.stop || self.m_refused != nullptr)
            (void)XML_StopParser(self.m_parser, XML_FALSE);
    }
    static void start(void* user, const char* name, const char** attributes) {
        XmlParser& self = *static_cast<XmlParser*>(user);
        if (self.m_handler.error || self.m_handler.stop)
            return; // expat may finish an empty element after it was told to stop
        if (++self.m_depth > kMaxDepth)
            self.m_refused = "its elements are nested too deeply";
        else
            self.m_handler.startElement(localName(name), XmlAttributes(attributes));
        stopIfAsked(self);
    }
    static void end(void* user, const char* name) {
        XmlParser& self = *static_cast<XmlParser*>(user);
        if (self.m_handler.error || self.m_handler.stop || self.m_refused != nullptr)
            return;
        --self.m_depth;
        self.m_handler.endElement(localName(name));
        stopIfAsked(self);
    }
    static void text(void* user, const char* piece, int length) {
        XmlParser& self = *static_cast<XmlParser*>(user);
        if (self.m_handler.error || self.m_handler.stop || self.m_refused != nullptr)
            return;
        self.m_handler.text({piece, static_cast<std::size_t>(length)});
        stopIfAsked(self);
    }
    static void doctype(void* user, const char* /*name*/, const char* /*system*/, const char* /*publicId*/,
                        int /*internal*/) {
        XmlParser& self = *static_cast<XmlParser*>(user);
        self.m_refused = "it declares a document type, which could define entities";
        stopIfAsked(self);
    }
};

XmlParser::XmlParser(XmlHandler& handler, std::string file, std::string part)
    : m_handler(handler), m_file(std::move(file)), m_part(std::move(part)),
      m_parser(XML_ParserCreate(nullptr)) {
    if (m_parser == nullptr)
        throw std::bad_alloc();
    XML_SetUserData(m_parser, this);
    XML_SetElementHandler(m_parser, &Callbacks::start, &Callbacks::end);
    XML_SetCharacterDataHandler(m_parser, &Callbacks::text);
    XML_SetStartDoctypeDeclHandler(m_parser, &Callbacks::doctype);
}

XmlParser::~XmlParser() {
    XML_ParserFree(m_parser);
}

Error XmlParser::damaged(const std::string& why) const {
    return Error(errors::kWorkbookDamaged, {m_file, m_part + ": " + why}, {m_file, 0, 0});
}

Status XmlParser::feed(std::string_view bytes, bool last) {
    m_fed += bytes.size();
    const XML_Status status =
        XML_Parse(m_parser, bytes.data(), static_cast<int>(bytes.size()), last ? XML_TRUE : XML_FALSE);
    if (m_handler.error)
        return *m_handler.error;
    if (m_refused != nullptr)
        return damaged(m_refused);
    if (m_handler.stop)
        return {};
    if (status == XML_STATUS_ERROR)
        return damaged("line " + std::to_string(XML_GetCurrentLineNumber(m_parser)) + ": "
                       + XML_ErrorString(XML_GetErrorCode(m_parser)));
    // What expat has not told of yet it keeps in memory: a tag without end must not fill it.
    const auto told = static_cast<std::uint64_t>(XML_GetCurrentByteIndex(m_parser));
    if (!last && m_fed > told && m_fed - told > kMaxTag)
        return damaged("a single tag is longer than " + std::to_string(kMaxTag) + " bytes");
    return {};
}

} // namespace mangrove::io
