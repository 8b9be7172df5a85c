using KoreXo.Simulator.Documents;
using KoreXo.Simulator.Wire;

namespace KoreXo.Simulator.Requests;

/// <summary>Rejections as the platform's pages show them, the same for all operations.</summary>
internal sealed class PlatformErrors : IErrorForm
{
    public ApiAnswer Write(ApiOperation? operation, RefusalException refusal) => ApiAnswer.From(refusal);
}
