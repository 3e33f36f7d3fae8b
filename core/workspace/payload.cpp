// SPDX-License-Identifier: GPL-3.0-or-later
#include "workspace/payload.h"

#include "crypto/canonical_json.h"

namespace mangrove::workspace {

Payload& Payload::add(std::string_view key, std::string_view text) {
    return raw(key, crypto::canonicalJsonString(text));
}

Payload& Payload::add(std::string_view key, const std::vector<std::string>& texts) {
    std::string list = "[";
    for (const auto& text : texts) {
        if (list.size() > 1)
            list += ',';
        list += crypto::canonicalJsonString(text);
    }
    return raw(key, list + "]");
}

Payload& Payload::raw(std::string_view key, std::string_view value) {
    if (!m_members.empty())
        m_members += ',';
    m_members += crypto::canonicalJsonString(key);
    m_members += ':';
    m_members += value;
    return *this;
}

} // namespace mangrove::workspace
