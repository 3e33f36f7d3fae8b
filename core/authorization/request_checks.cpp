// SPDX-License-Identifier: GPL-3.0-or-later
#include "authorization/request_checks.h"

#include "authorization/errors.h"
#include "base/text.h"
#include "crypto/digest.h"

#include <array>
#include <utility>

namespace mangrove::authorization {

namespace {

Error invalid(std::string_view field, std::string_view what) {
    return Error(errors::kRequestInvalid, {std::string(field), std::string(what)});
}

Status checkList(std::string_view field, const std::vector<std::string>& list) {
    if (list.size() > kMaxListItems)
        return invalid(field, "has too many entries");
    for (const auto& item : list)
        MANGROVE_TRY(checkText(field, item));
    return {};
}

} // namespace

Status checkText(std::string_view field, std::string_view text) {
    if (text.size() > kMaxTextBytes)
        return invalid(field, "is too long");
    if (findInvalidUtf8(text) != std::string_view::npos)
        return invalid(field, "is not well-formed UTF-8");
    return {};
}

Status checkDigest(std::string_view field, std::string_view text) {
    if (!crypto::digestFromHex(text) || toLowerAscii(text) != text)
        return invalid(field, "is not a SHA-256 in lower-case hexadecimal");
    return {};
}

Status checkRequest(const NewRequest& wanted, Instant now) {
    if (wanted.dataset.empty())
        return invalid("dataset", "is missing");
    if (trim(wanted.title).empty())
        return invalid("title", "is missing");
    const std::array<std::pair<std::string_view, std::string_view>, 7> texts{{
        {"title", wanted.title},
        {"purpose", wanted.purpose},
        {"recipient", wanted.recipient},
        {"recipientOrganisation", wanted.recipientOrganisation},
        {"recipientRegion", wanted.recipientRegion},
        {"legalBasis", wanted.legalBasis},
        {"ethicsNumber", wanted.ethicsNumber},
    }};
    for (const auto& [field, text] : texts)
        MANGROVE_TRY(checkText(field, text));
    MANGROVE_TRY(checkList("columns", wanted.columns));
    MANGROVE_TRY(checkList("duo", wanted.duo));
    if (wanted.obligations.size() > kMaxListItems)
        return invalid("obligations", "has too many entries");
    for (const auto& obligation : wanted.obligations)
        MANGROVE_TRY(checkText("obligations", obligation.text));
    if (wanted.release)
        MANGROVE_TRY(checkDigest("releaseSha256", wanted.releaseSha256));
    if (wanted.requestedUntil <= now)
        return invalid("requestedUntil", "lies in the past");
    return {};
}

} // namespace mangrove::authorization
