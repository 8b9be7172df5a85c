using System.Runtime.InteropServices;

namespace KoreXo.Runtime;

/// <summary>Builds the user agent: name, version, runtime and system, which server logs need, and nothing about the user.</summary>
internal static class UserAgent
{
    /// <summary>The version of this library.</summary>
    public const string Version = PackageVersion.Text;

    private static readonly string Product = $"korexo-dotnet/{Version} ({RuntimeInformation.FrameworkDescription}; {System()})";

    public static string For(string? applicationId) => applicationId is null ? Product : $"{Product} {applicationId}";

    private static string System() =>
        OperatingSystem.IsWindows() ? "Windows"
        : OperatingSystem.IsMacOS() ? "macOS"
        : OperatingSystem.IsLinux() ? "Linux"
        : "other";
}
