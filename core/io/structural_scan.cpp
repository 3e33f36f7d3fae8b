// SPDX-License-Identifier: GPL-3.0-or-later
#include "io/structural_scan.h"

#include <array>
#include <cstring>
#if defined(__x86_64__)
#include <immintrin.h>
#endif

namespace mangrove::io {

namespace {

/// No vector instructions: every byte through the automaton.
namespace plain {

struct Chunk {
    explicit Chunk(const char* bytes) : text(bytes) {}
    const char* text;
    [[nodiscard]] std::uint64_t equal(char wanted) const {
        std::uint64_t bits = 0;
        for (unsigned i = 0; i < 64; ++i)
            bits |= std::uint64_t{text[i] == wanted} << i;
        return bits;
    }
};
#define MANGROVE_SCAN_TARGET
#include "io/structural_scan.inc"
#undef MANGROVE_SCAN_TARGET

} // namespace plain

#if defined(__x86_64__)
namespace sse2 {

struct Chunk {
    __m128i parts[4]; // NOLINT(modernize-avoid-c-arrays): std::array drops the alignment of the type
    explicit Chunk(const char* bytes) {
        const auto* from = reinterpret_cast<const __m128i*>(bytes);
        for (std::size_t i = 0; i < 4; ++i)
            parts[i] = _mm_loadu_si128(from + i);
    }
    [[nodiscard]] std::uint64_t equal(char wanted) const {
        const __m128i pattern = _mm_set1_epi8(wanted);
        std::uint64_t bits = 0;
        for (unsigned i = 0; i < 4; ++i) {
            const int found = _mm_movemask_epi8(_mm_cmpeq_epi8(parts[i], pattern));
            bits |= std::uint64_t{static_cast<std::uint32_t>(found)} << (16U * i);
        }
        return bits;
    }
};
#define MANGROVE_SCAN_TARGET
#include "io/structural_scan.inc"
#undef MANGROVE_SCAN_TARGET

} // namespace sse2

namespace avx2 {

#define MANGROVE_SCAN_TARGET [[gnu::target("avx2,bmi,bmi2,popcnt")]]
struct Chunk {
    __m256i low;
    __m256i high;
    MANGROVE_SCAN_TARGET explicit Chunk(const char* bytes)
        : low(_mm256_loadu_si256(reinterpret_cast<const __m256i*>(bytes))),
          high(_mm256_loadu_si256(reinterpret_cast<const __m256i*>(bytes + 32))) {}
    MANGROVE_SCAN_TARGET [[nodiscard]] std::uint64_t equal(char wanted) const {
        const __m256i pattern = _mm256_set1_epi8(wanted);
        const int first = _mm256_movemask_epi8(_mm256_cmpeq_epi8(low, pattern));
        const int second = _mm256_movemask_epi8(_mm256_cmpeq_epi8(high, pattern));
        return std::uint64_t{static_cast<std::uint32_t>(second)} << 32U | static_cast<std::uint32_t>(first);
    }
};
#include "io/structural_scan.inc"
#undef MANGROVE_SCAN_TARGET

} // namespace avx2
#endif

std::span<const ScanKernels> usableKernels() {
#if defined(__x86_64__)
    static constexpr std::array<ScanKernels, 3> kAll{{{"plain", &plain::indexText, &plain::cutText},
                                                      {"sse2", &sse2::indexText, &sse2::cutText},
                                                      {"avx2", &avx2::indexText, &avx2::cutText}}};
    const bool avx2 = __builtin_cpu_supports("avx2") != 0 && __builtin_cpu_supports("bmi") != 0
                      && __builtin_cpu_supports("bmi2") != 0 && __builtin_cpu_supports("popcnt") != 0;
    return {kAll.data(), avx2 ? 3U : 2U};
#else
    static constexpr std::array<ScanKernels, 1> kAll{{{"plain", &plain::indexText, &plain::cutText}}};
    return kAll;
#endif
}

} // namespace

std::span<const ScanKernels> allScanKernels() {
    static const std::span<const ScanKernels> kernels = usableKernels();
    return kernels;
}

const ScanKernels& scanKernels() {
    return allScanKernels().back();
}

ScanMasks scanBytes(const char* text, std::size_t size, ScanSyntax syntax, ScanState& state) {
    using Cell = ScanState::Cell;
    ScanMasks masks;
    for (std::size_t i = 0; i < size; ++i) {
        const char c = text[i];
        const std::uint64_t bit = std::uint64_t{1} << i;
        const bool escaped = state.escaped;
        state.escaped = false;
        const bool ofCrLf = c == '\n' && state.afterCr;
        state.afterCr = c == '\r';
        const bool lineEnd = (c == '\n' || c == '\r') && !ofCrLf;
        if (lineEnd)
            masks.allEnds |= bit;
        if (state.cell == Cell::Quoted) {
            if (c == '"' && !escaped)
                state.cell = Cell::AfterQuote;
            else if (c == '\\' && syntax.backslash && !escaped)
                state.escaped = true;
        } else if (c == syntax.delimiter) {
            masks.delimiters |= bit;
            state.cell = Cell::Start;
        } else if (lineEnd || ofCrLf) {
            masks.ends |= lineEnd ? bit : 0;
            state.cell = Cell::Start;
        } else if (c == '"' && state.cell != Cell::Bare) {
            if (state.cell == Cell::Start)
                masks.opens |= bit;
            state.cell = Cell::Quoted;
        } else {
            if (c == '"' || state.cell == Cell::AfterQuote)
                masks.stray |= bit;
            state.cell = Cell::Bare;
        }
    }
    return masks;
}

} // namespace mangrove::io
