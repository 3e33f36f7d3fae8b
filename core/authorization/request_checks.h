// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "authorization/request.h"
#include "base/result.h"

#include <string_view>

namespace mangrove::authorization {

/// Sizes, UTF-8, required fields, digests: kRequestInvalid names the field. Private to the room.
[[nodiscard]] Status checkRequest(const NewRequest& wanted, Instant now);
/// One text field of a request or a decision: UTF-8 and at most kMaxTextBytes.
[[nodiscard]] Status checkText(std::string_view field, std::string_view text);
/// Sixty-four hexadecimal digits, lower case.
[[nodiscard]] Status checkDigest(std::string_view field, std::string_view text);

} // namespace mangrove::authorization
