using Peers;

return args switch
{
    ["check"] => await ResultCheck.RunAsync(),
    ["memory"] => await MemoryRun.RunAsync(),
    ["socket", var server, var callers] => await SocketRun.RunAsync(
        server,
        int.Parse(callers, System.Globalization.CultureInfo.InvariantCulture)
    ),
    _ => 2,
};
