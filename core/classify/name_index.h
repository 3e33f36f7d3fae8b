// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "classify/rule_pack.h"

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace mangrove::classify {

/// What a column name says.
struct NameMatch {
    std::string kind;
    std::string origin;
    bool strong = false; ///< may decide a kind that has no telling form
    bool whole = false;  ///< the whole name matched, not only its end
};

/// All column names of the packs, prepared for look-up. Immutable; thread-safe.
class NameIndex {
public:
    explicit NameIndex(const RulePackSet& packs);

    /// Of FHIR paths the slices in brackets are left out ("name[official].family" is name.family); where the
    /// path ends in a code or value[x] and says nothing by itself, its slices are asked, the last first
    /// ("extension[us-core-race].valueString", "coding[sct].code").
    /// Best first: whole names before ends of names, strong before weak. Names are compared without case,
    /// separators and trailing digits: "patientId", "PATIENT_ID" and "patient-id2" are one. Of Chinese names
    /// the longest label at the end counts ("家属联系电话" ends in "联系电话"), of others the last words.
    [[nodiscard]] std::vector<NameMatch> match(std::string_view columnName) const;

private:
    struct Entry {
        std::string kind;
        std::string origin;
        bool strong = false;
    };
    void add(const NameGroup& group, const std::vector<std::string>& names, bool strong);
    [[nodiscard]] std::vector<NameMatch> matchPlain(std::string_view columnName) const;
    void collect(const std::string& key, bool whole, std::vector<NameMatch>& matches) const;

    std::unordered_map<std::string, std::vector<Entry>> m_entries;
    std::size_t m_longestWide = 0; ///< bytes of the longest key with characters beyond ASCII
};

/// The words of a column name: split at separators and at a capital after a small letter, lower case, without
/// trailing digits. Characters beyond ASCII stand in a word as they are.
[[nodiscard]] std::vector<std::string> columnNameWords(std::string_view columnName);

} // namespace mangrove::classify
