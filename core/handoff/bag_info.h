// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace mangrove::handoff {

/// The metadata of the bag (RFC 8493, 2.2.2): "Label: value" lines, LF, in the order given, never folded.
class BagInfo {
public:
    /// Control characters of `value` become blanks; an empty value is left out.
    void add(std::string_view label, std::string_view value);
    [[nodiscard]] std::string text() const;

    /// Only what text() writes, each label once. kBagInfoMalformed with the line.
    [[nodiscard]] static Result<BagInfo> parse(std::string_view text);
    /// The value, or an empty text.
    [[nodiscard]] std::string_view value(std::string_view label) const;

private:
    std::vector<std::pair<std::string, std::string>> m_lines;
};

/// The exact text of bagit.txt (RFC 8493, 2.1.1).
inline constexpr std::string_view kBagitText = "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n";

namespace label {
inline constexpr std::string_view kAgent = "Bag-Software-Agent";
inline constexpr std::string_view kDate = "Bagging-Date";
inline constexpr std::string_view kDescription = "External-Description";
inline constexpr std::string_view kIdentifier = "External-Identifier";
inline constexpr std::string_view kOxum = "Payload-Oxum";
inline constexpr std::string_view kOrganisation = "Source-Organization";
inline constexpr std::string_view kFormat = "Mangrove-Package-Format";
inline constexpr std::string_view kRequest = "Request";
inline constexpr std::string_view kPermit = "Permit";
inline constexpr std::string_view kExportedAt = "Exported-At";
inline constexpr std::string_view kSigner = "Signer-Certificate-SHA256";
inline constexpr std::string_view kAuthority = "Authority-Certificate-SHA256";
inline constexpr std::string_view kAuditKey = "Audit-Log-Key";
} // namespace label

} // namespace mangrove::handoff
