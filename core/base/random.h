// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

namespace mangrove {

/// Where random bytes come from. crypto::SystemRandom is the real one; SeededRandom is for the demo and
/// tests.
class RandomSource {
public:
    virtual ~RandomSource() = default;
    virtual void fill(std::span<std::uint8_t> bytes) = 0;

    [[nodiscard]] std::uint64_t next();
    /// Uniform in [0, bound), bound > 0, without modulo bias.
    [[nodiscard]] std::uint64_t below(std::uint64_t bound);
    /// Uniform in [0, 1).
    [[nodiscard]] double unit();
};

/// Same seed, same bytes on every machine (SplitMix64, Steele et al. 2014). Never for secrets. One thread.
class SeededRandom final : public RandomSource {
public:
    explicit SeededRandom(std::uint64_t seed) : m_state(seed) {}
    void fill(std::span<std::uint8_t> bytes) override;

private:
    std::uint64_t m_state;
};

/// "<prefix>-" and eight Crockford base-32 characters (40 random bits): readable over a telephone.
[[nodiscard]] std::string makeId(std::string_view prefix, RandomSource& random);

} // namespace mangrove
