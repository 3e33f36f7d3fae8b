// SPDX-License-Identifier: GPL-3.0-or-later
#include "classify/text_scan.h"

#include "base/text.h"
#include "classify/scan_parts.h"
#include "classify/scan_sections.h"

#include <algorithm>
#include <bitset>
#include <map>

namespace mangrove::classify {

namespace {

/// The code point as scanning sees it.
char32_t unified(char32_t point) {
    if (point >= 0xFF01 && point <= 0xFF5E)
        return point - 0xFEE0;
    if (point == 0x3000 || point == 0x00A0)
        return U' ';
    if ((point >= 0x2010 && point <= 0x2015) || point == 0x2212)
        return U'-';
    return point;
}

/// The length of the well-formed sequence at `at`, or 1 for a byte that begins none.
std::size_t sequenceLength(std::string_view text, std::size_t at) {
    const auto lead = static_cast<std::uint8_t>(text[at]);
    const std::size_t length = lead < 0x80    ? 1U
                               : lead >= 0xF0 ? 4U
                               : lead >= 0xE0 ? 3U
                               : lead >= 0xC2 ? 2U
                                              : 1U;
    if (length == 1 || at + length > text.size())
        return 1;
    for (std::size_t i = 1; i < length; ++i)
        if ((static_cast<std::uint8_t>(text[at + i]) & 0xC0U) != 0x80U)
            return 1;
    return length;
}

/// The stronger hit first; where equal the longer, then the earlier.
bool stronger(const ScanHit& a, const ScanHit& b) {
    if (a.score != b.score)
        return a.score > b.score;
    if (a.end - a.start != b.end - b.start)
        return a.end - a.start > b.end - b.start;
    return a.start < b.start;
}

ScanHits withoutOverlaps(ScanHits hits, std::size_t size) {
    std::stable_sort(hits.begin(), hits.end(), stronger);
    std::vector<bool> taken(size, false);
    ScanHits kept;
    for (const ScanHit& hit : hits) {
        // hits are disjoint once kept, so an overlap shows at one of their ends or swallows a shorter one
        const auto begin = taken.begin() + static_cast<std::ptrdiff_t>(hit.start);
        const auto end = taken.begin() + static_cast<std::ptrdiff_t>(hit.end);
        if (std::find(begin, end, true) != end)
            continue;
        std::fill(begin, end, true);
        kept.push_back(hit);
    }
    std::sort(kept.begin(), kept.end(), [](const ScanHit& a, const ScanHit& b) { return a.start < b.start; });
    return kept;
}

/// A name found in one place is the same name wherever the text has it again. Adds those places to `hits`;
/// true where there are any. At most kMostNames names, so that the work stays linear.
bool repeatNames(const ScanText& text, const ScanHits& kept, ScanHits& hits) {
    constexpr std::size_t kMostNames = 32;
    constexpr double kSureEnough = 0.5;
    std::vector<std::pair<std::u32string_view, const ScanHit*>> names;
    for (const ScanHit& hit : kept) {
        const bool name = hit.type == "person-name" || hit.type == "professional-name";
        const auto word = std::u32string_view(text.points).substr(hit.start, hit.end - hit.start);
        if (!name || hit.score < kSureEnough || word.size() < 2 || names.size() == kMostNames)
            continue;
        if (std::none_of(names.begin(), names.end(), [&](const auto& one) { return one.first == word; }))
            names.emplace_back(word, &hit);
    }
    if (names.empty())
        return false;
    std::bitset<65536> firsts;
    for (const auto& [word, hit] : names)
        firsts.set(word.front() & 0xFFFFU);
    const std::size_t before = hits.size();
    for (std::size_t at = 0; at < text.size(); ++at) {
        if (!firsts.test(text.points[at] & 0xFFFFU))
            continue;
        for (const auto& [word, hit] : names)
            if (at != hit->start && text.startsWith(at, word))
                hits.push_back({at, at + word.size(), hit->type, std::min(hit->score, 0.55), "known"});
    }
    return hits.size() > before;
}

} // namespace

void ScanText::assign(std::string_view text) {
    points.clear();
    flat.clear();
    offsets.clear();
    points.reserve(text.size());
    flat.reserve(text.size());
    offsets.reserve(text.size() + 1);
    for (std::size_t at = 0; at < text.size();) {
        offsets.push_back(at);
        const std::size_t length = sequenceLength(text, at);
        std::size_t next = at;
        const auto lead = static_cast<std::uint8_t>(text[at]);
        char32_t point = U'�';
        if (length > 1 || lead < 0x80)
            point = unified(nextCodePoint(text, next));
        points += point;
        flat += point < 0x80 ? static_cast<char>(point) : kWide;
        at += length;
    }
    offsets.push_back(text.size());
}

bool isHanPoint(char32_t point) {
    return (point >= 0x4E00 && point <= 0x9FFF) || (point >= 0x3400 && point <= 0x4DBF)
           || (point >= 0x20000 && point <= 0x323AF);
}

std::vector<TextEntity> scanText(std::string_view text, const ScanOptions& options) {
    thread_local ScanText prepared; // its memory serves the next text too
    thread_local ScanHits hits;
    hits.clear();
    prepared.assign(text);
    scanNumbers(prepared, hits);
    scanWorld(prepared, hits);
    scanDates(prepared, hits);
    scanLabels(prepared, hits);
    scanNames(prepared, hits);
    scanProseNames(prepared, hits);
    scanLatinNames(prepared, hits);
    scanAddresses(prepared, hits);
    scanFacts(prepared, hits);
    const std::vector<TextSection> sections = findSections(prepared);
    for (std::size_t i = 0; i < sections.size(); ++i)
        if (sections[i].name == "signature")
            scanSignature(prepared, sections[i].start,
                          i + 1 < sections.size() ? sections[i + 1].start : prepared.size(), hits);
    if (options.known != nullptr)
        options.known->scan(prepared, hits);
    std::erase_if(
        hits, [&](const ScanHit& hit) { return hit.score < options.minimumScore || hit.end <= hit.start; });
    std::vector<TextEntity> entities;
    constexpr std::size_t kKept = 1U << 20U; // a huge text does not keep its memory
    const auto release = [&] {
        if (prepared.points.capacity() > kKept)
            prepared = ScanText();
    };
    if (hits.empty()) {
        release();
        return entities;
    }
    ScanHits kept = withoutOverlaps(hits, prepared.size());
    if (repeatNames(prepared, kept, hits))
        kept = withoutOverlaps(hits, prepared.size());
    entities.reserve(kept.size());
    for (const ScanHit& hit : kept) {
        const std::size_t begin = prepared.offsets[hit.start];
        TextEntity entity;
        entity.type = std::string(hit.type);
        entity.start = hit.start;
        entity.end = hit.end;
        entity.text = std::string(text.substr(begin, prepared.offsets[hit.end] - begin));
        entity.score = hit.score;
        entity.rule = std::string(hit.way) + "/" + entity.type;
        entity.section = sectionAt(sections, hit.start);
        entities.push_back(std::move(entity));
    }
    release();
    return entities;
}

std::string taggedText(std::string_view text, std::span<const TextEntity> entities) {
    const ScanText prepared(text);
    std::map<std::string, std::map<std::string, std::size_t>> numbers; // by kind, then by text
    std::string tagged;
    std::size_t copied = 0;
    for (const TextEntity& entity : entities) {
        auto& known = numbers[entity.type];
        const std::size_t number = known.try_emplace(entity.text, known.size() + 1).first->second;
        const std::size_t begin = prepared.offsets[entity.start];
        tagged += text.substr(copied, begin - copied);
        tagged += "[" + entity.type + " " + std::to_string(number) + "]";
        copied = prepared.offsets[entity.end];
    }
    return tagged += text.substr(copied);
}

std::uint64_t unresolvedNames(std::string_view text, std::span<const TextEntity> entities) {
    const ScanText prepared(text);
    ScanHits hits;
    scanSignature(prepared, 0, prepared.size(), hits);
    return static_cast<std::uint64_t>(std::count_if(hits.begin(), hits.end(), [&](const ScanHit& hit) {
        return std::none_of(entities.begin(), entities.end(), [&](const TextEntity& entity) {
            return hit.start < entity.end && entity.start < hit.end;
        });
    }));
}

} // namespace mangrove::classify
