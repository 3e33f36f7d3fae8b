// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace mangrove::test {

/// Reads `bytes` as a table with several block sizes and profiles it. Whatever the bytes are, the outcomes
/// must agree with one another and with the plain parser; the sentence says what does not, empty = all is
/// well.
std::string checkCsvBytes(std::string_view bytes);

} // namespace mangrove::test
