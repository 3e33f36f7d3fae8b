// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace mangrove {

/// What kind of failure an error is. The command line's exit code follows from it (see exitCode()).
enum class ErrorKind : std::uint8_t {
    CheckFailed,  ///< the thing checked does not hold: verification, gate, rule with --fail-on (exit 1)
    Usage,        ///< the call itself is wrong (exit 2)
    BadInput,     ///< a file, recipe, rule pack or value is not what it must be (exit 3)
    NotPermitted, ///< role, four eyes, passphrase, expired permit (exit 4)
    NotFound,     ///< no such file, data set, request, user (exit 5)
    Conflict,     ///< exists already, wrong state, newer version (exit 6)
    Io,           ///< the disk or the operating system refused (exit 7)
    Cancelled,    ///< the user asked to stop (exit 8)
    Internal      ///< a fault of ours (exit 9)
};

/// The process exit code for a kind, 1…9, as documented in `mangrove --help`.
[[nodiscard]] int exitCode(ErrorKind kind);

/// The static description of one error. Rooms define theirs as `inline constexpr` objects in
/// `<room>/errors.h`; the address is the identity, the name is what scripts and translations know.
struct ErrorInfo {
    std::string_view name; ///< stable kebab-case name, unique over all rooms
    ErrorKind kind;
    /// English sentence with {0}, {1}… for args: what happened, where, and what to do.
    std::string_view text;
};

/// A place in a file the user can open. line and column count from 1; 0 = unknown. column counts code points.
struct Location {
    std::string file;
    std::uint64_t line = 0;
    std::uint64_t column = 0;
    friend bool operator==(const Location&, const Location&) = default;
};

/// A failure as a value. Cheap to move; never holds a cell value or a secret (args go to logs and reports).
/// Core does not translate: ui and cli turn info + args into a sentence in the user's language.
class Error {
public:
    explicit Error(const ErrorInfo& info, std::vector<std::string> args = {}, Location at = {});

    [[nodiscard]] const ErrorInfo& info() const { return *m_info; }
    [[nodiscard]] std::string_view code() const { return m_info->name; }
    [[nodiscard]] ErrorKind kind() const { return m_info->kind; }
    [[nodiscard]] const std::vector<std::string>& args() const { return m_args; }
    [[nodiscard]] const Location& at() const { return m_at; }
    /// The error below this one, or nullptr.
    [[nodiscard]] const Error* cause() const { return m_cause.get(); }

    /// This error with `cause` as its reason.
    [[nodiscard]] Error withCause(Error cause) const;
    [[nodiscard]] Error withLocation(Location at) const;
    /// The English sentence with its arguments filled in (no location, no cause).
    [[nodiscard]] std::string message() const;

    [[nodiscard]] bool is(const ErrorInfo& info) const {
        return m_info == &info || m_info->name == info.name;
    }

private:
    const ErrorInfo* m_info;
    std::vector<std::string> m_args;
    Location m_at;
    std::shared_ptr<const Error> m_cause;
};

/// Fills {0}, {1}… of a sentence; a placeholder without an argument stays as it is. Shared with translations.
[[nodiscard]] std::string fillPlaceholders(std::string_view text, const std::vector<std::string>& args);

namespace errors {
inline constexpr ErrorInfo kCancelled{"cancelled", ErrorKind::Cancelled,
                                      "Stopped at your request; nothing was changed."};
inline constexpr ErrorInfo kInternal{
    "internal", ErrorKind::Internal,
    "An internal check failed ({0}). Please report it with the steps that led here."};
inline constexpr ErrorInfo kFileNotFound{"file-not-found", ErrorKind::NotFound,
                                         "There is no file {0}. Check the path."};
inline constexpr ErrorInfo kFileNotReadable{
    "file-not-readable", ErrorKind::Io,
    "The file {0} cannot be read: {1}. Check its permissions and the disk."};
inline constexpr ErrorInfo kFileNotWritable{"file-not-writable", ErrorKind::Io,
                                            "The file {0} cannot be written: {1}. Nothing was left "
                                            "half-written; free space or choose another folder."};
inline constexpr ErrorInfo kFileExists{"file-exists", ErrorKind::Conflict,
                                       "{0} exists already. Choose another name; it was not touched."};
inline constexpr ErrorInfo kBadOption{"bad-option", ErrorKind::Usage, "The option {0} cannot be {1}: {2}."};
} // namespace errors

} // namespace mangrove
