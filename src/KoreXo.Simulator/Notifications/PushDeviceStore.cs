namespace KoreXo.Simulator.Notifications;

/// <summary>The subscribed devices, by bot and user.</summary>
internal sealed class PushDeviceStore
{
    private readonly Lock _gate = new();
    private readonly Dictionary<(string BotId, string UserId), OrderedDictionary<string, PushDevice>> _devices = [];

    public void Subscribe(string botId, string userId, PushDevice device)
    {
        lock (_gate)
        {
            if (!_devices.TryGetValue((botId, userId), out var devices))
            {
                _devices[(botId, userId)] = devices = new OrderedDictionary<string, PushDevice>(StringComparer.Ordinal);
            }

            devices[device.DeviceId] = device;
        }
    }

    public IReadOnlyList<PushDevice> Of(string botId, string userId)
    {
        lock (_gate)
        {
            return _devices.TryGetValue((botId, userId), out var devices) ? [.. devices.Values] : [];
        }
    }

    /// <summary>Unsubscribes a device.</summary>
    /// <returns>The device; null if it was not subscribed.</returns>
    public PushDevice? Unsubscribe(string botId, string userId, string deviceId)
    {
        lock (_gate)
        {
            return _devices.TryGetValue((botId, userId), out var devices) && devices.Remove(deviceId, out var device) ? device : null;
        }
    }

    public void UnsubscribeAll(string botId, string userId)
    {
        lock (_gate)
        {
            _devices.Remove((botId, userId));
        }
    }
}

/// <summary>A device that receives push notifications of a bot.</summary>
internal sealed record PushDevice(string DeviceId, string System);
