using KoreXo.OpenApi.Text;

namespace KoreXo.OpenApi.Vocabulary;

/// <summary><c>x-sensitive</c>: personal data, a secret, or a link that works for whoever has it.</summary>
internal static class XSensitive
{
    public static bool IsSet(SpecNode owner) => owner.Boolean("x-sensitive") == true;
}
