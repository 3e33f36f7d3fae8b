// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "deid/pseudonym.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace mangrove::deid {

/// A random sample: which part of the rows a release is made of. All other rows leave before anything is
/// counted, so risks are those of the sample.
struct SampleOptions {
    double share = 1;   ///< 0 < share <= 1: each row, or each person, with this probability
    std::string person; ///< column: all rows of a person are in or out, the same in every linked table
    std::string domain; ///< name of the persons' domain (default: the column's name)

    friend bool operator==(const SampleOptions&, const SampleOptions&) = default;
};

/// Decides by a keyed hash of the row's number or of the person: the same run gives the same sample, nobody
/// without the key can tell who is in it. A row without a person is decided by its number. Thread-safe.
class RowSampler {
public:
    [[nodiscard]] static Result<RowSampler> make(const SampleOptions& options, std::string_view recipient,
                                                 const crypto::SecretBytes& key);
    [[nodiscard]] bool takes(std::uint64_t row, std::optional<std::string_view> person) const;

private:
    RowSampler(KeyedFunction rows, KeyedFunction persons, double share)
        : m_rows(std::move(rows)), m_persons(std::move(persons)), m_share(share) {}
    KeyedFunction m_rows, m_persons;
    double m_share;
};

} // namespace mangrove::deid
