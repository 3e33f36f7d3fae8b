// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <array>
#include <cstdint>

/// The one place that names a pixel, a colour or a font size. Lengths are device-independent pixels.
namespace mangrove::ui {

/// Spacing on a 4 px grid.
namespace space {
inline constexpr int k4 = 4;
inline constexpr int k8 = 8;
inline constexpr int k12 = 12;
inline constexpr int k16 = 16;
inline constexpr int k24 = 24;
inline constexpr int k32 = 32;
inline constexpr int k48 = 48;
} // namespace space

namespace radius {
inline constexpr int kControl = 6;
inline constexpr int kCard = 10;
} // namespace radius

namespace size {
inline constexpr int kControl = 32; ///< height of buttons and fields
inline constexpr int kChip = 22;    ///< height of a chip
inline constexpr int kRow = 32;     ///< table row
inline constexpr int kTableHeader = 36;
inline constexpr int kRail = 64;
inline constexpr int kRailCollapsed = 48;
inline constexpr int kTopBar = 48;
inline constexpr int kStatusBar = 28;
inline constexpr int kPageHeader = 64;
inline constexpr int kReading = 1440; ///< widest page content, then centred
inline constexpr int kDetails = 320;  ///< width of the details panel
inline constexpr int kIcon = 20;
inline constexpr int kIconSmall = 16;
inline constexpr int kIconEmpty = 48;
} // namespace size

/// Milliseconds of a fade; none with reduced motion.
inline constexpr int kFadeMs = 120;

/// What a word, a chip or a figure says about its subject. Always shown with a word and an icon, never colour
/// alone.
enum class Tone : std::uint8_t { Neutral, Accent, Ok, Warning, Critical, Info };

enum class TextStyle : std::uint8_t { Caption, Body, Emphasis, Title, Page, Figure };
enum class TextRole : std::uint8_t { Primary, Secondary, Muted, Accent, Ok, Warning, Critical, Info };
/// The role of a text in that tone; of a neutral one it is Secondary.
[[nodiscard]] TextRole toneRole(Tone tone);

/// All colours of one theme.
struct Colors {
    bool dark = false;
    QColor canvas, surface, sunken;
    QColor lineSubtle, lineStrong;
    QColor textPrimary, textSecondary, textMuted;
    QColor accent, accentHover, accentSoft, onAccent;
    QColor ok, warning, critical, info;
    QColor okSoft, warningSoft, criticalSoft, infoSoft;
    std::array<QColor, 5> level;     ///< GB/T 39725 level 1…5
    std::array<QColor, 5> levelText; ///< text on level[i]
    std::array<QColor, 8> series;    ///< chart series in order
    QColor seriesBefore;             ///< "before" outline in before/after charts
    QColor changed;                  ///< tint of a changed cell

    [[nodiscard]] QColor text(TextRole role) const;
    [[nodiscard]] QColor tone(Tone tone) const;
    /// The soft background that tone() is readable on.
    [[nodiscard]] QColor soft(Tone tone) const;
    /// level 1…5; out of range is clamped.
    [[nodiscard]] QColor levelFill(int level39725) const;
    [[nodiscard]] QColor levelInk(int level39725) const;
};

[[nodiscard]] const Colors& lightColors();
[[nodiscard]] const Colors& darkColors();

/// WCAG 2.1 contrast ratio of two opaque colours, 1…21.
[[nodiscard]] double contrastRatio(const QColor& a, const QColor& b);
/// `over` with its alpha painted on opaque `under`.
[[nodiscard]] QColor blend(const QColor& over, const QColor& under);

} // namespace mangrove::ui
