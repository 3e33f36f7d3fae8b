// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

namespace mangrove::profile {

/// Whether a value looks as if its bytes had been read in the wrong encoding on their way. A suspicion, by
/// one of these signs: U+FFFD, the replacement character; 锟斤拷 (that character in UTF-8 read as GBK), 烫烫
/// or 屯屯 (memory never written), 锘 or U+FEFF (a byte order mark); a run of characters beyond ASCII that,
/// written in Windows-1252 or Latin-1, is well-formed UTF-8 (Ã© for é, â€™ for ’); two of the rare hanzi that
/// the commonest Chinese characters turn into when their UTF-8 is read as GBK (鏄 for 是, 鐨 for 的).
/// Precondition: well-formed UTF-8.
[[nodiscard]] bool looksWronglyDecoded(std::string_view value);

} // namespace mangrove::profile
