// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

namespace mangrove::profile {

/// Keeps the first `limit` of the things added, by the total order `before(a, b)`, and counts them all: the
/// same in whichever order they come. Memory for twice the limit. One thread.
template<typename T, bool (*before)(const T&, const T&)>
class Strongest {
public:
    explicit Strongest(std::size_t limit) : m_limit(limit) {}

    void add(T thing) {
        ++m_found;
        m_things.push_back(std::move(thing));
        if (m_things.size() >= 2 * m_limit + 64)
            cut();
    }
    void merge(Strongest&& other) {
        m_found += other.m_found;
        for (T& thing : other.m_things)
            m_things.push_back(std::move(thing));
        cut();
    }
    [[nodiscard]] std::uint64_t found() const { return m_found; }
    /// In order; nothing is left here then.
    [[nodiscard]] std::vector<T> take() {
        cut();
        std::sort(m_things.begin(), m_things.end(), before);
        return std::move(m_things);
    }

private:
    void cut() {
        if (m_things.size() <= m_limit)
            return;
        std::nth_element(m_things.begin(), m_things.begin() + static_cast<std::ptrdiff_t>(m_limit),
                         m_things.end(), before);
        m_things.erase(m_things.begin() + static_cast<std::ptrdiff_t>(m_limit), m_things.end());
    }

    std::size_t m_limit;
    std::uint64_t m_found = 0;
    std::vector<T> m_things;
};

} // namespace mangrove::profile
