namespace Zukunftswerkstatt.Regions;

/// <summary>Regionsebene of the official municipality key (AGS).</summary>
public enum RegionLevel
{
    /// <summary>The federation; key <c>00</c>.</summary>
    Bund,

    /// <summary>One of the 16 Länder; two digits.</summary>
    Land,

    /// <summary>Landkreis, Kreis, Region, Städteregion or Regionalverband; five digits.</summary>
    Landkreis,

    /// <summary>Kreisfreie Stadt or Stadtkreis as a Kreis; five digits. The same town as a municipality has <c>000</c> appended.</summary>
    KreisfreieStadt,

    /// <summary>Municipality; eight digits.</summary>
    Gemeinde,
}
