namespace Quickstart;

/// <summary>The platform holds something other than what was sent to it.</summary>
internal sealed class MismatchException(string message) : Exception(message)
{
    public static void ThrowUnless(bool condition, string message)
    {
        if (!condition)
        {
            throw new MismatchException(message);
        }
    }
}
