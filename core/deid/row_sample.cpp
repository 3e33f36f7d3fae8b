// SPDX-License-Identifier: GPL-3.0-or-later
#include "deid/row_sample.h"

namespace mangrove::deid {

Result<RowSampler> RowSampler::make(const SampleOptions& options, std::string_view recipient,
                                    const crypto::SecretBytes& key) {
    const std::string& domain = options.domain.empty() ? options.person : options.domain;
    // "row" cannot be mistaken for a domain: those of persons are prefixed.
    MANGROVE_ASSIGN(KeyedFunction rows, KeyedFunction::make(key, KeyPurpose::Sample, recipient, "row"));
    MANGROVE_ASSIGN(KeyedFunction persons,
                    KeyedFunction::make(key, KeyPurpose::Sample, recipient, "person " + domain));
    return RowSampler(std::move(rows), std::move(persons), options.share);
}

bool RowSampler::takes(std::uint64_t row, std::optional<std::string_view> person) const {
    const bool byPerson = person && !person->empty();
    const crypto::Digest digest =
        byPerson ? m_persons.digestOf(*person) : m_rows.digestOf(std::to_string(row));
    std::uint64_t number = 0;
    for (std::size_t i = 0; i < 8; ++i)
        number = (number << 8U) | digest[i];
    // 53 bits, as many as a double holds.
    return static_cast<double>(number >> 11U) * 0x1p-53 < m_share;
}

} // namespace mangrove::deid
