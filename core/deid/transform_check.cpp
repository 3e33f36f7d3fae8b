// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/text.h"
#include "deid/transform.h"

#include <cmath>

namespace mangrove::deid {

namespace {

constexpr std::uint32_t kMaxRangeDays = 3650;
constexpr std::uint32_t kMostKept = 4096;
constexpr double kLargest = 1e15;

bool isPositive(double value) {
    return value > 1e-9 && value < kLargest;
}

bool areBounds(const Transform& transform) {
    const auto finite = [](const std::optional<double>& bound) {
        return !bound || std::abs(*bound) < kLargest;
    };
    return finite(transform.lower) && finite(transform.upper)
           && !(transform.lower && transform.upper && *transform.lower >= *transform.upper);
}

std::string flawOfMask(const Transform& transform) {
    if (codePointCount(transform.maskWith) != 1)
        return "a mask that is not exactly one character";
    if (!transform.pattern.empty()
        && (transform.keepFirst > 0 || transform.keepLast > 0 || transform.hide != MaskHide::All))
        return "a mask with both a pattern and other rules";
    return {};
}

std::string flawOfShift(const Transform& transform, const std::string& column) {
    if (transform.rangeDays == 0 || transform.rangeDays > kMaxRangeDays)
        return "a date shift of other than 1 to 3650 days";
    if (transform.person.empty() || transform.person == column)
        return "a date shift without another column that tells persons apart";
    return {};
}

std::string flawOfEncrypt(const Transform& transform) {
    if (transform.keepFirst > kMostKept || transform.keepLast > kMostKept)
        return "an encryption that keeps more than 4096 characters";
    const bool keeps = transform.keepFirst > 0 || transform.keepLast > 0;
    if (keeps && transform.format.kind == CipherFormat::Kind::CnResidentId)
        return "an encryption of identity numbers with characters to keep; it keeps the region by itself";
    return std::string(flawOf(transform.format));
}

std::string flawOfNoise(const Transform& transform) {
    if (!isPositive(transform.step))
        return "noise with a scale that is not above 0";
    return areBounds(transform) ? "" : "noise with a min that is not below its max";
}

} // namespace

std::string flawOf(const Transform& transform, const std::string& column) {
    if (transform.domain.find('\0') != std::string::npos)
        return "a domain with a NUL character";
    switch (transform.type) {
    case TransformType::Mask:
        return flawOfMask(transform);
    case TransformType::DateShift:
        return flawOfShift(transform, column);
    case TransformType::Encrypt:
        return flawOfEncrypt(transform);
    case TransformType::Bin:
        return std::string(flawOf(transform.bin));
    case TransformType::Limit:
        if (!transform.lower && !transform.upper)
            return "a limit without min and max";
        return areBounds(transform) ? "" : "a limit with a min that is not below its max";
    case TransformType::Round:
        return isPositive(transform.step) ? "" : "rounding to other than a number above 0";
    case TransformType::Noise:
        return flawOfNoise(transform);
    case TransformType::MicroAggregate:
        return transform.size >= 2 ? "" : "micro-aggregation with a k below 2";
    case TransformType::SuppressCells:
        if (transform.values.empty() && !transform.lower && !transform.upper && transform.size < 2)
            return "a suppression of cells without a rule";
        return areBounds(transform) ? "" : "a suppression of cells with a min that is not below its max";
    case TransformType::RedactText:
        return transform.replacement == TextReplacement::ShiftDates ? flawOfShift(transform, column) : "";
    case TransformType::Keep:
    case TransformType::Suppress:
    case TransformType::Pseudonym:
    case TransformType::Generalise:
    case TransformType::Surrogate:
    case TransformType::TruncateDate:
    case TransformType::Permute:
        break;
    }
    return {};
}

} // namespace mangrove::deid
