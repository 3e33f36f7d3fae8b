// SPDX-License-Identifier: GPL-3.0-or-later
// libFuzzer's door to one of the checks of this folder; MANGROVE_FUZZ_CHECK names it.
#include "fuzz/csv_target.h"
#include "fuzz/formats_target.h"
#include "fuzz/sniffer_target.h"

#include <cstdint>
#include <cstdio>
#include <cstdlib>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string fault =
        mangrove::test::MANGROVE_FUZZ_CHECK({reinterpret_cast<const char*>(data), size});
    if (!fault.empty()) {
        std::fprintf(stderr, "%s\n", fault.c_str());
        std::abort();
    }
    return 0;
}
