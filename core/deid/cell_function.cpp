// SPDX-License-Identifier: GPL-3.0-or-later
#include "deid/cell_function.h"

#include "deid/apply.h"
#include "deid/cell_date.h"
#include "deid/survey.h"

namespace mangrove::deid {

namespace {

/// The text of a result that may not be there.
CellFate put(std::optional<std::string>&& result, std::string& out) {
    if (!result)
        return CellFate::Unreadable;
    out = std::move(*result);
    return CellFate::Written;
}

/// A function of the cell alone that is held in a lambda.
template<typename Function>
class ValueFunction final : public CellFunction {
public:
    explicit ValueFunction(Function function) : m_function(std::move(function)) {}
    [[nodiscard]] CellFate apply(const CellInput& cell, std::string& out) const override {
        return put(m_function(cell.text), out);
    }

private:
    Function m_function;
};

template<typename Function>
CellFunctionPtr valueFunction(Function function) {
    return std::make_shared<const ValueFunction<Function>>(std::move(function));
}

class DateShiftFunction final : public CellFunction {
public:
    DateShiftFunction(KeyedFunction function, std::uint32_t rangeDays)
        : m_function(std::move(function)), m_rangeDays(rangeDays) {}
    [[nodiscard]] DependsOn dependsOn() const override { return DependsOn::Person; }
    [[nodiscard]] std::int32_t offsetOf(std::string_view person) const override {
        return m_function.offset(person, m_rangeDays);
    }
    [[nodiscard]] CellFate apply(const CellInput& cell, std::string& out) const override {
        const auto date = parseCellDate(cell.text);
        if (!date)
            return CellFate::Unreadable;
        if (!cell.offset)
            return CellFate::PersonMissing;
        out = shiftCellDate(*date, *cell.offset);
        return CellFate::Written;
    }

private:
    KeyedFunction m_function;
    std::uint32_t m_rangeDays;
};

class RedactFunction final : public CellFunction {
public:
    RedactFunction(TextRedactor redactor, std::optional<KeyedFunction> shift, std::uint32_t rangeDays)
        : m_redactor(std::move(redactor)), m_shift(std::move(shift)), m_rangeDays(rangeDays) {}
    [[nodiscard]] DependsOn dependsOn() const override {
        return m_shift ? DependsOn::Person : DependsOn::Value;
    }
    [[nodiscard]] std::int32_t offsetOf(std::string_view person) const override {
        return m_shift ? m_shift->offset(person, m_rangeDays) : 0;
    }
    [[nodiscard]] CellFate apply(const CellInput& cell, std::string& out) const override {
        out = m_redactor.redact(cell.text, cell.offset);
        return CellFate::Written;
    }

private:
    TextRedactor m_redactor;
    std::optional<KeyedFunction> m_shift;
    std::uint32_t m_rangeDays;
};

class NoiseFunction final : public CellFunction {
public:
    NoiseFunction(KeyedFunction function, NoiseOptions options)
        : m_function(std::move(function)), m_options(options) {}
    [[nodiscard]] DependsOn dependsOn() const override { return DependsOn::Row; }
    [[nodiscard]] CellFate apply(const CellInput& cell, std::string& out) const override {
        return put(addNoise(cell.text, cell.row, m_options, m_function), out);
    }

private:
    KeyedFunction m_function;
    NoiseOptions m_options;
};

class SuppressCellsFunction final : public CellFunction {
public:
    explicit SuppressCellsFunction(CellSuppressor suppressor) : m_suppressor(std::move(suppressor)) {}
    [[nodiscard]] CellFate apply(const CellInput& cell, std::string& out) const override {
        if (m_suppressor.empties(cell.text))
            return CellFate::Emptied;
        out = cell.text;
        return CellFate::Written;
    }

private:
    CellSuppressor m_suppressor;
};

/// Micro-aggregation and permutation: the survey has worked out each row's text.
class RowTextFunction final : public CellFunction {
public:
    explicit RowTextFunction(std::shared_ptr<const RowTexts> rows) : m_rows(std::move(rows)) {}
    [[nodiscard]] DependsOn dependsOn() const override { return DependsOn::Row; }
    [[nodiscard]] CellFate apply(const CellInput& cell, std::string& out) const override {
        if (cell.row >= m_rows->codeOf.size())
            return CellFate::Emptied; // the file grew; the hashes will tell
        const std::uint32_t code = m_rows->codeOf[cell.row];
        if (code == RowTexts::kEmptied)
            return CellFate::Emptied;
        if (code == RowTexts::kUnreadable)
            return CellFate::Unreadable;
        out = m_rows->texts[code];
        return CellFate::Written;
    }

private:
    std::shared_ptr<const RowTexts> m_rows;
};

Result<KeyedFunction> keyed(const CellContext& context, KeyPurpose purpose) {
    const Transform& transform = context.transform;
    const bool byPerson = purpose == KeyPurpose::DateShift;
    const std::string& name = byPerson ? transform.person : context.column;
    return KeyedFunction::make(byPerson ? context.keys.dateShiftKey : context.keys.pseudonymKey, purpose,
                               context.recipient, transform.domain.empty() ? name : transform.domain,
                               transform.hash);
}

CellFunctionPtr maskFunction(const Transform& t) {
    return valueFunction([first = t.keepFirst, last = t.keepLast, with = t.maskWith, pattern = t.pattern,
                          hide = t.hide](std::string_view text) -> std::optional<std::string> {
        if (!pattern.empty())
            return maskByPattern(text, pattern, with);
        return maskText(text, first, last, with, hide);
    });
}

Result<CellFunctionPtr> encryptFunction(const CellContext& context) {
    const Transform& t = context.transform;
    MANGROVE_ASSIGN(const auto key,
                    recipientKey(context.keys.pseudonymKey, KeyPurpose::Encrypt, context.recipient));
    MANGROVE_ASSIGN(FormatCipher cipher, FormatCipher::make(key, t.format, t.keepFirst, t.keepLast,
                                                            t.domain.empty() ? context.column : t.domain));
    return valueFunction([cipher = std::make_shared<const FormatCipher>(std::move(cipher))](
                             std::string_view text) { return cipher->encrypt(text); });
}

Result<CellFunctionPtr> redactFunction(const CellContext& context) {
    const Transform& t = context.transform;
    if (context.finder == nullptr)
        return Error(errors::kTextFinderMissing, {context.column});
    TextRedactor redactor(*context.finder, t.replacement, t.language);
    std::optional<KeyedFunction> shift;
    if (t.replacement == TextReplacement::Surrogate) {
        MANGROVE_ASSIGN(KeyedFunction function, keyed(context, KeyPurpose::Surrogate));
        redactor.setSurrogates(std::move(function));
    } else if (t.replacement == TextReplacement::ShiftDates) {
        MANGROVE_ASSIGN(KeyedFunction function, keyed(context, KeyPurpose::DateShift));
        shift.emplace(std::move(function));
    }
    return CellFunctionPtr(
        std::make_shared<const RedactFunction>(std::move(redactor), std::move(shift), t.rangeDays));
}

template<typename Use>
Result<CellFunctionPtr> keyedValueFunction(const CellContext& context, KeyPurpose purpose, Use use) {
    MANGROVE_ASSIGN(KeyedFunction function, keyed(context, purpose));
    return valueFunction([function = std::make_shared<const KeyedFunction>(std::move(function)),
                          use](std::string_view text) { return std::optional(use(*function, text)); });
}

} // namespace

Result<CellFunctionPtr> makeCellFunction(const CellContext& context) {
    const Transform& t = context.transform;
    switch (t.type) {
    case TransformType::Keep:
    case TransformType::Suppress:
    case TransformType::Generalise:
        break;
    case TransformType::Mask:
        return maskFunction(t);
    case TransformType::Pseudonym:
        return keyedValueFunction(
            context, KeyPurpose::Pseudonym,
            [](const KeyedFunction& function, std::string_view text) { return function.pseudonym(text); });
    case TransformType::Surrogate:
        return keyedValueFunction(context, KeyPurpose::Surrogate,
                                  [kind = t.surrogate](const KeyedFunction& function, std::string_view text) {
                                      return surrogateOf(kind, function, text);
                                  });
    case TransformType::DateShift: {
        MANGROVE_ASSIGN(KeyedFunction function, keyed(context, KeyPurpose::DateShift));
        return CellFunctionPtr(std::make_shared<const DateShiftFunction>(std::move(function), t.rangeDays));
    }
    case TransformType::Encrypt:
        return encryptFunction(context);
    case TransformType::Bin:
        return valueFunction(
            [binner = Binner(t.bin, context.survey == nullptr ? std::vector<double>()
                                                              : context.survey->quantileEdges)](
                std::string_view text) { return binner.label(text); });
    case TransformType::Limit:
        return valueFunction([options = LimitOptions{t.lower, t.upper, t.labelled}](std::string_view text) {
            return limitNumber(text, options);
        });
    case TransformType::Round:
        return valueFunction([step = t.step](std::string_view text) { return roundNumber(text, step); });
    case TransformType::TruncateDate:
        return valueFunction([unit = t.unit](std::string_view text) { return truncateDate(text, unit); });
    case TransformType::Noise: {
        MANGROVE_ASSIGN(KeyedFunction function, keyed(context, KeyPurpose::Noise));
        return CellFunctionPtr(std::make_shared<const NoiseFunction>(
            std::move(function), NoiseOptions{t.noise, t.step, t.lower, t.upper}));
    }
    case TransformType::MicroAggregate:
    case TransformType::Permute:
        return CellFunctionPtr(std::make_shared<const RowTextFunction>(context.survey->rows));
    case TransformType::SuppressCells:
        return CellFunctionPtr(std::make_shared<const SuppressCellsFunction>(
            CellSuppressor({t.values, t.lower, t.upper, t.size},
                           context.survey == nullptr ? std::vector<std::string>() : context.survey->rare)));
    case TransformType::RedactText:
        return redactFunction(context);
    }
    return CellFunctionPtr();
}

std::string_view wantedBy(TransformType type) {
    switch (type) {
    case TransformType::Encrypt:
        return "long enough in the characters of its alphabet (6 digits, 4 of 36), or valid identity numbers";
    case TransformType::DateShift:
    case TransformType::TruncateDate:
        return "dates in a known form (year first)";
    default:
        return "plain numbers";
    }
}

} // namespace mangrove::deid
