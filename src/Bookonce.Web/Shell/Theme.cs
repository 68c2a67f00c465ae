using MudBlazor;

namespace Bookonce.Web.Shell;

/// <summary>The sober look: ink on paper, one green. Fonts are the reader's own, so nothing is loaded from elsewhere.</summary>
static class Theme
{
    static readonly string[] Fonts =
    [
        "system-ui",
        "Segoe UI",
        "Roboto",
        "Helvetica Neue",
        "Liberation Sans",
        "sans-serif",
    ];

    public static MudTheme Light { get; } =
        new()
        {
            PaletteLight = new PaletteLight
            {
                Primary = "#14573f",
                Secondary = "#4b5b6b",
                Tertiary = "#3a5a8c",
                Info = "#2b5f94",
                Success = "#1c7047",
                Warning = "#99590b",
                Error = "#a8322a",
                Background = "#f5f6f4",
                Surface = "#ffffff",
                AppbarBackground = "#ffffff",
                AppbarText = "#1d2733",
                DrawerBackground = "#ffffff",
                TextPrimary = "#1d2733",
                TextSecondary = "#55616e",
                ActionDefault = "#55616e",
                LinesDefault = "#dfe3e0",
                LinesInputs = "#aab3ad",
                TableLines = "#e6e9e6",
                TableHover = "#f1f5f2",
                Divider = "#dfe3e0",
            },
            LayoutProperties = new LayoutProperties { DefaultBorderRadius = "8px", AppbarHeight = "60px" },
            Typography = new Typography
            {
                Default = new DefaultTypography
                {
                    FontFamily = Fonts,
                    FontSize = "0.9rem",
                    LetterSpacing = "normal",
                },
                Body1 = new Body1Typography
                {
                    FontFamily = Fonts,
                    FontSize = "0.95rem",
                    LetterSpacing = "normal",
                },
                Body2 = new Body2Typography
                {
                    FontFamily = Fonts,
                    FontSize = "0.875rem",
                    LetterSpacing = "normal",
                },
                Button = new ButtonTypography
                {
                    FontFamily = Fonts,
                    FontSize = "0.875rem",
                    FontWeight = "600",
                    LetterSpacing = "normal",
                    TextTransform = "none",
                },
            },
        };
}
