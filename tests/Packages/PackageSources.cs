using System.Security;
using NuGet.Configuration;

namespace KoreXo.Testing.Packages;

/// <summary>Where a stranger's packages come from: ours from the packed feed, all others from the sources of the machine.</summary>
internal static class PackageSources
{
    /// <summary>
    /// Gets the text of a <c>nuget.config</c>. Packages are extracted beside the feed and vanish with it; those that the
    /// repository uses are taken from where its build extracted them.
    /// </summary>
    public static string Configuration { get; } =
        $"""
        <configuration>
          <config>
            <add key="globalPackagesFolder" value="{SecurityElement.Escape(PackedFeed.Folder)}extracted" />
          </config>
          <fallbackPackageFolders>
            <add key="repository" value="{SecurityElement.Escape(PackedFeed.PackageCache)}" />
          </fallbackPackageFolders>
          <packageSources>
            <add key="packed" value="{SecurityElement.Escape(PackedFeed.Folder)}" />
          </packageSources>
          <packageSourceMapping>
            <packageSource key="packed"><package pattern="KoreXo*" /></packageSource>
            {string.Concat(PackageSourceProvider.LoadPackageSources(Settings.LoadDefaultSettings(root: null)).Where(static source => source.IsEnabled).Select(static source =>
                $"""<packageSource key="{SecurityElement.Escape(source.Name)}"><package pattern="*" /></packageSource>"""))}
          </packageSourceMapping>
        </configuration>
        """;
}
