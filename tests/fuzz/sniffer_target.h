// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace mangrove::test {

/// Lets the sniffers judge `bytes` as the head of a file and as the whole of one: encoding, dialect, titles,
/// null words. Whatever the bytes are, what is said must be usable (offsets inside, the encoding decodes the
/// text it was found in, a given option is obeyed) and the same when asked again; the sentence says what is
/// not, empty = all is well.
std::string checkSnifferBytes(std::string_view bytes);

} // namespace mangrove::test
