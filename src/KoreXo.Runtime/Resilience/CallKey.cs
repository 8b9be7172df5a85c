using Polly;

namespace KoreXo.Runtime;

/// <summary>
/// Finds the call that an execution of a pipeline belongs to. Apart from the call itself, so that a call that is never retried needs
/// nothing of Polly.
/// </summary>
internal static class CallKey
{
    private static readonly ResiliencePropertyKey<CallState?> Key = new("korexo.call");

    /// <summary>Finds the call that an attempt belongs to.</summary>
    public static CallState? Find(ResilienceContext context) => context.Properties.GetValue(Key, null);

    /// <summary>Gets the call that an attempt belongs to.</summary>
    public static CallState Of(ResilienceContext context) =>
        Find(context) ?? throw new InvalidOperationException("The context is not that of a call.");

    public static void Attach(CallState call, ResilienceContext context) => context.Properties.Set(Key, call);
}
