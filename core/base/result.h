// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/error.h"

#include <cassert>
#include <optional>
#include <utility>
#include <variant>

namespace mangrove {

/// A value or the Error that stands in its place (after arrow::Result; g++ 12 has no std::expected in C++20).
/// Every fallible function returns one; dropping it is a compiler warning, hence an error.
template<typename T>
class [[nodiscard]] Result {
public:
    using ValueType = T;

    Result(T value)
        : m_state(std::in_place_index<0>, std::move(value)) {} // NOLINT(google-explicit-constructor)
    Result(Error error)
        : m_state(std::in_place_index<1>, std::move(error)) {} // NOLINT(google-explicit-constructor)

    [[nodiscard]] bool ok() const { return m_state.index() == 0; }
    explicit operator bool() const { return ok(); }

    /// Precondition of the four: ok().
    [[nodiscard]] T& value() & {
        assert(ok());
        return *std::get_if<0>(&m_state);
    }
    [[nodiscard]] const T& value() const& {
        assert(ok());
        return *std::get_if<0>(&m_state);
    }
    [[nodiscard]] T&& value() && {
        assert(ok());
        return std::move(*std::get_if<0>(&m_state));
    }
    T& operator*() & { return value(); }
    const T& operator*() const& { return value(); }
    T&& operator*() && { return std::move(*this).value(); }
    T* operator->() { return &value(); }
    const T* operator->() const { return &value(); }

    /// Precondition: !ok().
    [[nodiscard]] const Error& error() const {
        assert(!ok());
        return *std::get_if<1>(&m_state);
    }

private:
    std::variant<T, Error> m_state;
};

/// Success or an Error. `return {};` is success.
template<>
class [[nodiscard]] Result<void> {
public:
    using ValueType = void;

    Result() = default;
    Result(Error error) : m_error(std::move(error)) {} // NOLINT(google-explicit-constructor)

    [[nodiscard]] bool ok() const { return !m_error.has_value(); }
    explicit operator bool() const { return ok(); }
    [[nodiscard]] const Error& error() const {
        assert(m_error.has_value());
        return *m_error;
    }

private:
    std::optional<Error> m_error;
};

using Status = Result<void>;

} // namespace mangrove

#define MANGROVE_CONCAT_(a, b) a##b
#define MANGROVE_CONCAT(a, b) MANGROVE_CONCAT_(a, b)

/// Leaves the function with the error of `expression` (a Status or Result), if it has one.
#define MANGROVE_TRY(expression)                                                                             \
    do {                                                                                                     \
        if (auto tryStatus_ = (expression); !tryStatus_.ok())                                                \
            return tryStatus_.error();                                                                       \
    } while (false)

/// `MANGROVE_ASSIGN(auto rows, read())`: the value, or leave the function with the error.
#define MANGROVE_ASSIGN(declaration, expression)                                                             \
    MANGROVE_ASSIGN_(MANGROVE_CONCAT(assignResult_, __LINE__), declaration, expression)
#define MANGROVE_ASSIGN_(temporary, declaration, expression)                                                 \
    auto temporary = (expression);                                                                           \
    if (!temporary.ok())                                                                                     \
        return temporary.error();                                                                            \
    declaration = std::move(temporary).value()
