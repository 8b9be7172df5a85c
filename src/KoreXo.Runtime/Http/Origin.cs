namespace KoreXo.Runtime;

/// <summary>Compares the origins of addresses: scheme, host and port. A credential is for one origin.</summary>
internal static class Origin
{
    public static bool IsSame(Uri one, Uri other) =>
        Uri.Compare(one, other, UriComponents.SchemeAndServer, UriFormat.Unescaped, StringComparison.OrdinalIgnoreCase) == 0;

    public static string Of(Uri address) => address.GetComponents(UriComponents.SchemeAndServer, UriFormat.UriEscaped);
}
