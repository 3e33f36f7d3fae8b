// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "theme/tokens.h"

#include <QObject>

class QWidget;

namespace mangrove::ui {

class MangroveStyle;

/// Which colours the application wears. Installs MangroveStyle, the palette and the fonts on construction and
/// changes all of them live. One per application, GUI thread; owned by main(), passed in Services.
class Theme : public QObject {
    Q_OBJECT
public:
    enum class Mode : std::uint8_t { System, Light, Dark };
    Q_ENUM(Mode)

    /// Precondition: the QApplication exists and wears its own palette still.
    explicit Theme(Mode mode = Mode::System);
    ~Theme() override;

    [[nodiscard]] Mode mode() const { return m_mode; }
    void setMode(Mode mode);
    [[nodiscard]] bool isDark() const;
    [[nodiscard]] const Colors& colors() const;

    [[nodiscard]] bool reducedMotion() const { return m_reducedMotion; }
    void setReducedMotion(bool reduced);
    /// kFadeMs, or 0 with reduced motion.
    [[nodiscard]] int fadeMs() const { return m_reducedMotion ? 0 : kFadeMs; }

Q_SIGNALS:
    /// After palette and style have changed; widgets also get QEvent::PaletteChange.
    void changed();

private:
    void apply();

    Mode m_mode;
    bool m_systemDark = false;
    bool m_reducedMotion = false;
    MangroveStyle* m_style = nullptr; ///< owned by the application
};

/// The colours `widget` is drawn with: those of the application's MangroveStyle, light where there is none.
[[nodiscard]] const Colors& colorsOf(const QWidget* widget);

} // namespace mangrove::ui
